/**
 * The tables of `/data/archive.sqlite`. Names of columns are those of the CSV files; a list there is a table of pairs here.
 *
 * The full-text index is FTS4: sql.js 1.17 is built without FTS5, and every SQLite reads it. `unicode61` parts words at
 * "’" as well, which the stemmer `porter` takes for a letter; `foster*` finds what stemming would. The index refers to
 * `appearances` for its text, so that the text is in the file once.
 */
export const SCHEMA = `
PRAGMA page_size = 4096;
CREATE TABLE updates (number INTEGER PRIMARY KEY, date TEXT NOT NULL, heading TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, first_in INTEGER, last_in INTEGER, url TEXT NOT NULL);
CREATE TABLE roles (person_id TEXT NOT NULL REFERENCES people, role TEXT NOT NULL, organisation TEXT, update_number INTEGER NOT NULL REFERENCES updates);
CREATE TABLE emails (person_id TEXT NOT NULL REFERENCES people, email TEXT NOT NULL);
CREATE TABLE phones (person_id TEXT NOT NULL REFERENCES people, phone TEXT NOT NULL);
CREATE TABLE networks (id TEXT PRIMARY KEY, name TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE network_contacts (network_id TEXT NOT NULL REFERENCES networks, person_id TEXT NOT NULL REFERENCES people);
CREATE TABLE topics (id TEXT PRIMARY KEY, name TEXT NOT NULL, covers TEXT NOT NULL, broader TEXT, url TEXT NOT NULL);
CREATE TABLE publishers (id TEXT PRIMARY KEY, name TEXT NOT NULL, website TEXT, url TEXT NOT NULL);
CREATE TABLE publications (id TEXT PRIMARY KEY, title TEXT NOT NULL, date TEXT, precision TEXT, source_url TEXT, doi TEXT, "from" TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE publication_publishers (publication_id TEXT NOT NULL REFERENCES publications, publisher_id TEXT NOT NULL REFERENCES publishers);
CREATE TABLE publication_updates (publication_id TEXT NOT NULL REFERENCES publications, update_number INTEGER NOT NULL REFERENCES updates);
CREATE TABLE publication_topics (publication_id TEXT NOT NULL REFERENCES publications, topic_id TEXT NOT NULL REFERENCES topics);
CREATE TABLE stories (id TEXT PRIMARY KEY, title TEXT, title_source TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE story_publications (story_id TEXT NOT NULL REFERENCES stories, publication_id TEXT NOT NULL REFERENCES publications);
CREATE TABLE story_publishers (story_id TEXT NOT NULL REFERENCES stories, publisher_id TEXT NOT NULL REFERENCES publishers);
CREATE TABLE story_networks (story_id TEXT NOT NULL REFERENCES stories, network_id TEXT NOT NULL REFERENCES networks);
CREATE TABLE story_people (story_id TEXT NOT NULL REFERENCES stories, person_id TEXT NOT NULL REFERENCES people);
CREATE TABLE story_topics (story_id TEXT NOT NULL REFERENCES stories, topic_id TEXT NOT NULL REFERENCES topics);
CREATE TABLE meetings (id TEXT PRIMARY KEY, network_id TEXT NOT NULL REFERENCES networks, subject TEXT, date TEXT, last_date TEXT, start TEXT, "end" TEXT, mode TEXT, place TEXT, status TEXT NOT NULL, text TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE meeting_contacts (meeting_id TEXT NOT NULL REFERENCES meetings, person_id TEXT NOT NULL REFERENCES people);
CREATE TABLE meeting_updates (meeting_id TEXT NOT NULL REFERENCES meetings, update_number INTEGER NOT NULL REFERENCES updates);
CREATE TABLE appearances (id INTEGER PRIMARY KEY, update_number INTEGER NOT NULL REFERENCES updates, item_id TEXT NOT NULL, story_id TEXT NOT NULL REFERENCES stories, section TEXT NOT NULL, kicker TEXT, title TEXT, text TEXT NOT NULL);
CREATE VIRTUAL TABLE search USING fts4(content="appearances", title, text, tokenize=unicode61);
`

/** Fills the index from `appearances`. */
export const INDEX = "INSERT INTO search (search) VALUES ('rebuild')"

/** Three questions to begin with, as `/data/` shows them; the tests ask each. */
export const QUERIES: { asks: string; sql: string }[] = [
  {
    asks: 'Which updates say something about fostering, the latest first?',
    sql: `SELECT updates.number, updates.date, appearances.title
FROM search
JOIN appearances ON appearances.id = search.docid
JOIN updates ON updates.number = appearances.update_number
WHERE search MATCH 'foster*'
ORDER BY updates.date DESC;`,
  },
  {
    asks: 'Who published most, and from when to when?',
    sql: `SELECT publishers.name, count(*) AS publications, min(publications.date) AS first, max(publications.date) AS last
FROM publishers
JOIN publication_publishers ON publication_publishers.publisher_id = publishers.id
JOIN publications ON publications.id = publication_publishers.publication_id
GROUP BY publishers.id
ORDER BY count(*) DESC, publishers.name;`,
  },
  {
    asks: 'When does each network meet?',
    sql: `SELECT networks.name, meetings.date, meetings.start, meetings.mode, meetings.place
FROM meetings
JOIN networks ON networks.id = meetings.network_id
WHERE meetings.date IS NOT NULL AND meetings.status = 'planned'
ORDER BY networks.name, meetings.date;`,
  },
]
