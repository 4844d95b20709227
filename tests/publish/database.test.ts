import initSqlJs from 'sql.js'
import { describe, expect, test } from 'vitest'
import { databaseOf } from '../../src/publish/data/database.ts'
import { QUERIES } from '../../src/publish/data/database-schema.ts'
import { realArchive } from '../support/real-archive.ts'
import { smallArchive } from '../support/small-archive.ts'

const { Database } = await initSqlJs()
const archive = realArchive()
const file = await databaseOf(archive)
const ask = (sql: string, bytes = file) => {
  const database = new Database(bytes)
  const rows = database.exec(sql)[0]?.values ?? []
  database.close()
  return rows
}
const count = (table: string) => Number(ask(`SELECT count(*) FROM ${table}`)[0]?.[0])

describe('the database', () => {
  test('is sound, and every reference in it leads to a record', () => {
    expect(ask('PRAGMA integrity_check')).toEqual([['ok']])
    expect(ask('PRAGMA foreign_key_check')).toEqual([])
  })

  test('has every record of the archive', () => {
    expect(count('updates')).toBe(archive.updates.length)
    for (const kind of ['people', 'networks', 'publishers', 'publications', 'stories', 'meetings', 'topics'] as const) {
      expect(count(kind), kind).toBe(archive[kind].size)
    }
    expect(count('appearances')).toBe(
      [...archive.stories.values()].reduce((sum, { appearances }) => sum + appearances.length, 0),
    )
  })

  test.each(QUERIES)('answers: $asks', ({ sql }) => {
    expect(ask(sql).length).toBeGreaterThan(0)
  })

  test('finds a story by a word of its text, and shows it', () => {
    const [[title, snippet] = []] = ask(
      "SELECT appearances.title, snippet(search) FROM search JOIN appearances ON appearances.id = docid WHERE search MATCH 'kinship'",
    )
    expect(title).toBeTruthy()
    expect(String(snippet)).toMatch(/<b>Kinship<\/b>/iu)
  })

  test('is the same to the byte for the same archive', async () => {
    expect(Buffer.from(await databaseOf(archive)).equals(Buffer.from(file))).toBe(true)
  })

  test('has nothing of a person who is withheld', async () => {
    const small = await databaseOf(smallArchive())
    expect(Buffer.from(small).toString('latin1')).not.toContain('Withheld Role')
  })
})
