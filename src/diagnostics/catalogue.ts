/**
 * Every complaint that this program can make, in one place. A message says what, in lower case and without blame;
 * a hint says what to do. An `error` means that the input cannot be used; a `warning`, that somebody should look.
 */
export type Words = { message: string; hint: string; answers?: Answer[] }

/** What an editor may have the program write into an authority file (`file`: "people.yaml"). */
export type Answer =
  | { kind: 'new-record'; file: string; id: string; name: string }
  | { kind: 'variant'; file: string; id: string; name: string; variant: string }

const error = <A>(say: (args: A) => Words) => ({ severity: 'error' as const, say })
/** Something was done, and there is nothing to do about it. */
const note = <A>(say: (args: A) => Words) => ({ severity: 'note' as const, say })
const warning = <A>(say: (args: A) => Words) => ({ severity: 'warning' as const, say })

const times = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Lines as a message can show them. */
const passage = (lines: readonly string[]): string =>
  lines.length === 0 ? '(nothing)' : lines.map(line => line.trim()).join('\n        ')

export const catalogue = {
  // ── raw text: what cannot be used ──
  'empty-file': error(() => ({
    message: 'this file is empty',
    hint: "paste the update's text into it, or delete the file",
  })),
  'not-plain-text': error(({ kind }: { kind: string }) => ({
    message: `this is ${kind}, not plain text`,
    hint: "open it in its own program, copy the update's text, and save that as a .txt file",
  })),
  'binary-file': error(() => ({
    message: 'this byte is zero, which no text has: the file is binary, or damaged',
    hint: "copy the update's text once more from where it came, and save it as plain text (UTF-8)",
  })),
  'endless-line': error(({ characters }: { characters: number }) => ({
    message: `this line has ${characters.toLocaleString('en-GB')} characters: its line breaks are lost, or it is no newsletter`,
    hint: "copy the update's text once more, so that each heading and paragraph has a line of its own",
  })),
  'huge-file': error(({ bytes }: { bytes: number }) => ({
    message: `this file has ${bytes.toLocaleString('en-GB')} bytes, a hundred times what an update has`,
    hint: 'check that it is the text of one update',
  })),
  'no-masthead': error(() => ({
    message: 'no line tells which update this is',
    hint: 'there should be a line such as "Update no 656 4th April 2025", on its own',
  })),
  'no-date': error(({ heading }: { heading: string }) => ({
    message: `"${heading}" tells a number but no date`,
    hint: 'write the day, month and year behind the number: "Update no 656 4th April 2025"',
  })),
  'no-year': error(({ printed }: { printed: string }) => ({
    message: `"${printed}" has no year`,
    hint: 'write the year behind the month: "4th April 2025"',
  })),
  'impossible-date': error(({ printed }: { printed: string }) => ({
    message: `the calendar has no such day as "${printed}"`,
    hint: "correct the update's date",
  })),
  'unknown-month': error(({ word, nearest }: { word: string; nearest: string[] }) => ({
    message: `no month is called "${word}"`,
    hint:
      nearest.length === 0
        ? "correct the update's date"
        : `did you mean ${nearest.join(' or ')}? correct the update's date`,
  })),
  'impossible-number': error(({ number }: { number: number }) => ({
    message: `${number} cannot be an update's number`,
    hint: 'updates are counted from 1; correct the number',
  })),
  'far-off-year': error(({ year, first, last }: { year: number; first: number; last: number }) => ({
    message: `the year ${year} cannot be right`,
    hint: `the newsletter has appeared since ${first + 2}; a year from ${first} to ${last} is expected`,
  })),
  'two-mastheads': error(({ first, line }: { first: string; line: number }) => ({
    message: `a second update begins here; the first is "${first}" in line ${line}`,
    hint: 'put each update into a file of its own',
  })),

  // ── documents, web pages and mails: what cannot be used ──
  'unreadable-format': error(({ name, remedy }: { name: string; remedy: string }) => ({
    message: `this is ${name}, which cannot be read here`,
    hint: remedy,
  })),
  'damaged-document': error(() => ({
    message: 'this document is damaged: parts of it are missing or cut off',
    hint: 'open it in its own program and save it again, or get it once more from where it came',
  })),
  'swollen-document': error(() => ({
    message: 'this document unpacks to far more than any update has',
    hint: 'check that it is the text of one update; if it is, copy its text into a new document',
  })),
  'cut-off-mail': error(() => ({
    message: 'this mail stops in the middle: its last part is missing',
    hint: 'save it again from the mail program',
  })),
  'tangled-page': error(() => ({
    message: 'the elements of this page are inside one another thousands deep, as in no real page',
    hint: 'save the page again, or copy its text into a Word document',
  })),
  'export-among-raw': error(({ file }: { file: string }) => ({
    message: 'this is a WordPress export, which holds many posts',
    hint: `move it out of content/raw, then bring in its updates: npm run import -- ${file.split('/').at(-1)}`,
  })),

  'no-such-file': error(({ file }: { file: string }) => ({
    message: `there is no file "${file}"`,
    hint: 'check the path; put quotes around one with spaces',
  })),
  'damaged-export': error(() => ({
    message: 'this WordPress export is cut off or damaged',
    hint: 'export it again (Tools, Export in WordPress); where it is too large for one file, export a year at a time',
  })),
  'export-without-updates': error(({ posts }: { posts: number }) => ({
    message: `none of the ${times(posts, 'post')} in this export is an update`,
    hint: 'a post is one where its title or its text has a line such as "Update no 656 4th April 2025"',
  })),
  'raw-file-differs': error(({ from }: { from: string }) => ({
    message: `this file is already there, and ${from} says something else`,
    hint: 'delete the one that is wrong, then import again',
  })),

  // ── documents, web pages and mails: what is worth knowing ──
  'cleaned-addresses': note(({ unwrapped, dropped }: { unwrapped: number; dropped: string[] }) => ({
    message: [
      ...(unwrapped === 0
        ? []
        : [`${times(unwrapped, 'address')} came wrapped in a mail program’s own`.replace('addresss', 'addresses')]),
      ...(dropped.length === 0 ? [] : [`what only counts readers was left out of addresses (${dropped.join(', ')})`]),
    ].join('; '),
    hint: 'the links lead to the pages themselves; nothing is to be done',
  })),
  'lost-address': warning(({ href, words, count }: { href: string; words: string; count: number }) => ({
    message: `the link on "${words}" leads to "${href}", which no reader can follow${count > 1 ? ` (and ${count - 1} more)` : ''}`,
    hint: 'write the full web address into the document, or beside the words in the Markdown file',
  })),
  'unread-content': warning(({ kinds }: { kinds: string[] }) => ({
    message: `parts of this document could not be read: ${kinds.join('; ')}`,
    hint: 'check that no words are missing in the Markdown file',
  })),
  'unplaced-links': warning(({ words, count }: { words: string; count: number }) => ({
    message: `${count === 1 ? 'a link' : `${count} links`} of this text could not be put into the update; the first is on "${words}"`,
    hint: 'write it into the Markdown file: [words](https://…)',
  })),

  // ── raw text: what somebody should look at ──
  'raw-passed-over': warning(({ because }: { because: string }) => ({
    message: `this file is passed over: ${because}`,
    hint: 'move it out of content/raw, or give it another name if it is an update',
  })),
  'mixed-encodings': warning(({ count }: { count: number }) => ({
    message: `parts of this text are UTF-8 and parts Windows-1252; ${times(count, 'character')} of the latter`,
    hint: 'each was read as what it is; check the quotes and dashes, and save the file as UTF-8',
  })),
  'repaired-text': warning(({ count }: { count: number }) => ({
    message: `${times(count, 'line')} had spoilt characters like "â€™" for "’", from pasting between programs`,
    hint: 'they were repaired in the Markdown file; check the quotes and dashes there',
  })),
  'invisible-characters': warning(({ count }: { count: number }) => ({
    message: `${times(count, 'character')} that no one sees ${count === 1 ? 'was' : 'were'} left out, the first in this line`,
    hint: 'the text reads the same without; to be rid of this message, paste the text once more as plain text',
  })),
  'lost-character': warning(({ count }: { count: number }) => ({
    message: `${times(count, 'character')} of this text were lost before it got here, the first in this line`,
    hint: 'look for "\uFFFD" in the raw text and put in what the newsletter printed',
  })),
  'improbable-character': warning(({ printed, count }: { printed: string; count: number }) => ({
    message: `"${printed}" is an unlikely character here${count > 1 ? ` (and in ${times(count - 1, 'other place')})` : ''}`,
    hint: 'if the newsletter printed a quote, a dash or a bullet there, put it into the raw text and save it as UTF-8',
  })),
  'weekday-contradicts': warning(({ printed, date, weekday }: { printed: string; date: string; weekday: string }) => ({
    message: `"${printed}" names another weekday than its date: ${date} is a ${weekday}`,
    hint: 'the date is taken as printed; correct the day or the weekday, whichever is wrong',
  })),
  'misspelt-month': warning(({ word, nearest }: { word: string; nearest: string[] }) => ({
    message: `no month is called "${word}"${nearest.length === 0 ? '' : `; it is read as ${nearest[0]}`}`,
    hint: 'correct the spelling',
  })),
  'two-days': warning(({ date }: { date: string }) => ({
    message: `the update names two days; it is dated ${date}, the first of them`,
    hint: 'leave only the day on which it appeared in its heading',
  })),
  'two-numbers': warning(({ number }: { number: number }) => ({
    message: `the update has two numbers; it is read as update ${number}, the first of them`,
    hint: 'leave only its own number in its heading',
  })),
  'unknown-section': warning(({ printed, nearest }: { printed: string; nearest: string }) => ({
    message: `no section is called "${printed}"; it is read as "${nearest}"`,
    hint: "if the spelling is meant, add it to the layout's headings",
  })),
  'section-twice': warning(({ heading, line }: { heading: string; line: number }) => ({
    message: `the section "${heading}" has begun before, in line ${line}`,
    hint: 'the two are kept apart; if this line is no heading, or one too many, remove it',
  })),
  'unknown-label': warning(({ printed, nearest }: { printed: string; nearest: string }) => ({
    message: `no label is called "${printed}"`,
    hint: `did you mean "${nearest}"?`,
  })),
  'lost-title': warning(({ supplied }: { supplied: string | null }) => ({
    message: 'a story begins here, and its title is lost',
    hint:
      supplied === null
        ? 'no other line of this update tells it; write it above its text in the Markdown file'
        : `another line of this update supplies "${supplied}"; write the real title in the Markdown file if it was another`,
  })),
  'fused-line': warning(({ printed }: { printed: string }) => ({
    message: `a second publication begins in the middle of this line: "${printed} …"`,
    hint: 'it is read as an entry of its own; start a new line before it',
  })),
  'headless-title': warning(({ title }: { title: string }) => ({
    message: `a title does not begin like this: "${title}"`,
    hint: 'something before it was lost, or it is no publication; write its title in the Markdown file, as the facts of this entry',
  })),
  'bare-entry': warning(({ title }: { title: string }) => ({
    message: `nothing says who published "${title}", or when`,
    hint: 'write `publishers: ["…"]` or `date: "2025-04-03"` into the facts of this entry in the Markdown file',
  })),
  'impossible-day': warning(({ printed }: { printed: string }) => ({
    message: `the calendar has no such day as "${printed}"`,
    hint: 'the date is left out; if you know it, write it in the Markdown file',
  })),
  'far-ahead': warning(({ printed, date }: { printed: string; date: string }) => ({
    message: `"${printed}" is read as ${date}, more than 18 months after this update`,
    hint: 'if the year is a misprint, correct it in the raw text',
  })),
  'skipped-time': warning(({ date, time }: { date: string; time: string }) => ({
    message: `no clock shows ${time} on ${date}: summer time begins that night`,
    hint: 'the time is kept as printed; correct it in the raw text if you know it',
  })),
  'table-without-meetings': warning(({ rows }: { rows: number }) => ({
    message: `this table has ${times(rows, 'date')}, and none of them is read as a meeting`,
    hint: 'if they are meetings, name the group in the title of the story, or in a column headed "Network"',
  })),
  'second-day': warning(({ printed }: { printed: string }) => ({
    message: `this line has another day, "${printed}", that is not joined to the first`,
    hint: 'it is not in the calendar; give it a line of its own, or write "6 March and 5 June"',
  })),
  'unreadable-contact': warning(({ printed }: { printed: string }) => ({
    message: `no name can be told in "${printed}"`,
    hint: 'contacts are written "Role: Name (Organisation)", and below it an address and a number',
  })),
  'page-foot': warning(({ count }: { count: number }) => ({
    message: `${times(count, 'line')} from here on surrounded the page or mail that this was copied from`,
    hint: 'they are kept at the end of the Markdown file, and folded at the foot of the page; delete them from the raw text if no one needs them',
  })),
  'odd-phone': warning(({ printed }: { printed: string }) => ({
    message: `"${printed}" has too few digits for a telephone number, or too many`,
    hint: 'it is kept as printed; correct it if you know the right one',
  })),
  'details-missing': warning(({ name, nearest }: { name: string; nearest: string | null }) => ({
    message: `the details of ${name} are said to be below, but are not`,
    hint: `${nearest === null ? '' : `did you mean "${nearest}"? then correct the spelling; otherwise `}add this person to the contact details, or say whom to ask instead`,
  })),
  'list-missing': warning(() => ({
    message: 'a list is announced here, and none follows',
    hint: 'it was probably lost when the text was pasted; add it below this line',
  })),
  'list-short': warning(({ promised, there }: { promised: number; there: number }) => ({
    message: `${promised} are announced, and the list below has ${there}`,
    hint: 'add what is missing, or correct the number',
  })),
  'unreadable-time': warning(({ printed }: { printed: string }) => ({
    message: `"${printed}" is no time of day that can be read`,
    hint: 'the time is left out; if you know it, correct the meeting in the Markdown file',
  })),

  // ── authority files and site.yaml ──
  'yaml-syntax': error(({ problem }: { problem: string }) => ({
    message: `this is no YAML that can be read: ${problem}`,
    hint: 'check quotes, colons and indentation here and on the line above',
  })),
  'yaml-unknown-field': error(({ field, nearest }: { field: string; nearest: string | null }) => ({
    message: `no field is called "${field}" here`,
    hint: nearest === null ? 'remove it, or put it under `note`' : `did you mean "${nearest}"?`,
  })),
  'yaml-value': error(({ field, problem }: { field: string; problem: string }) => ({
    message: `${field}: ${problem}`,
    hint: 'correct the value, or remove the line where the field may be left out',
  })),
  'shared-id': error(({ id, other }: { id: string; other: string }) => ({
    message: `the id "${id}" already belongs to ${other}`,
    hint: "an id is one record's address for ever: choose another, or make the two records one",
  })),
  'shared-name': warning(({ name, other }: { name: string; other: string }) => ({
    message: `"${name}" is also a name of "${other}", so it stands for neither`,
    hint: `remove it from one of the two, or write \`distinctFrom: [${other}]\` here if both are meant`,
  })),
  'unknown-record': error(({ id }: { id: string }) => ({
    message: `no record has the id "${id}"`,
    hint: 'write an id of this file, or file and id: networks/fostering-network',
  })),
  'shared-form': warning(({ form, other }: { form: string; other: string }) => ({
    message: `"${form}" already stands for "${other}"`,
    hint: 'keep it in one of the two entries, or make them one',
  })),
  'missing-site-file': error(() => ({
    message: 'content/site.yaml is missing',
    hint: 'it needs at least title, description, publisher and url',
  })),

  // ── names that nobody has verified ──
  'unknown-name': warning(
    ({
      kind,
      printed,
      times,
      file,
      id,
      nearest,
    }: {
      kind: 'person' | 'network' | 'publisher'
      printed: string
      times: number
      file: string
      /** The id that a new record would have. */
      id: string
      /** `isKnown`: it has a record; else updates print it more often. */
      nearest: { id: string; name: string; variants: string[]; isKnown: boolean } | null
    }) => ({
      message: `no ${kind} is known as "${printed}"${times > 1 ? ` (in ${times} updates)` : ''}`,
      hint: `${nearest === null ? '' : `did you mean "${nearest.name}"? then ${variantLine(nearest, { printed, file })}; otherwise `}add to content/authorities/${file}: - { id: ${id}, name: ${JSON.stringify(printed)} }`,
      answers: [
        ...(nearest?.isKnown
          ? [{ kind: 'variant' as const, file, id: nearest.id, name: nearest.name, variant: printed }]
          : []),
        { kind: 'new-record' as const, file, id, name: printed },
      ],
    }),
  ),
  'withheld-name-left': warning(({ found }: { found: string }) => ({
    message: `"${found}" may be a person whose name is withheld, and is still shown`,
    hint: 'if it is, take it out of the Markdown file; if it is someone else, write the first name before it or add them to people.yaml',
  })),
  'draft-number-taken': warning(({ number }: { number: number }) => ({
    message: `update ${number} is in the archive already, so this draft is not shown`,
    hint: 'give the draft another number, or delete it',
  })),
  'reviewed-is-gone': warning(({ code }: { code: string }) => ({
    message: `this entry sets aside a message "${code}" that is not there any more`,
    hint: 'delete the entry; if the line was changed on purpose, look at the message again',
  })),
  'ambiguous-name': warning(({ printed, candidates }: { printed: string; candidates: string[] }) => ({
    message: `"${printed}" could be any of ${candidates.join(', ')}`,
    hint: "write the id instead of the name in this update's front matter; a person's organisations in people.yaml tell namesakes apart as well",
  })),

  // ── where publications can be read ──
  'source-addresses-differ': warning(
    ({ title, addresses, line }: { title: string; addresses: string[]; line: string }) => ({
      message: `the links on "${title}" lead to different pages, so none is taken:\n${addresses.join('\n')}`,
      hint: `add the right one to content/authorities/publications.yaml: ${line}`,
    }),
  ),
  'publications-without-address': warning(
    (args: { count: number; lines: { line: string; title: string; listed: number }[] }) => ({
      message: `of ${times(args.count, 'publication')} no one knows where to read ${args.count === 1 ? 'it' : 'them'}; those listed most:\n${args.lines
        .map(({ line, title, listed }) => `${line}  # ${title} (listed ${times(listed, 'time')})`)
        .join('\n')}`,
      hint: 'add the lines to content/authorities/publications.yaml, with the address; the others follow once these are done',
    }),
  ),
  'lost-links': warning((args: { count: number; updates: number; most: { number: number; count: number }[] }) => ({
    message: `words such as "here" were links ${times(args.count, 'time')} in ${times(args.updates, 'update')}, and have none:\n${args.most
      .map(({ number, count }) => `update ${number}: ${count}`)
      .join(', ')}${args.updates > args.most.length ? ', …' : ''}`,
    hint: 'bring in the Word document, mail or web page that an update came from (npm run import -- FILE), or write the address into its Markdown file: [here](https://…)',
  })),
  'unknown-publication': error(({ id, nearest }: { id: string; nearest: string | null }) => ({
    message: `no publication has the id "${id}"`,
    hint: nearest === null ? 'remove this entry' : `did you mean "${nearest}"? otherwise remove this entry`,
  })),

  // ── the set of updates ──
  'number-twice': error(({ number, other }: { number: number; other: string }) => ({
    message: `update ${number} is already in ${other}`,
    hint: 'delete one of the two files, or correct the number in the front matter of the one that is wrong',
  })),
  'number-against-file-name': error(({ number, name }: { number: number; name: string }) => ({
    message: `this file is called ${name} and says that it is update ${number}`,
    hint: `rename it to ${number}.md, or correct the number`,
  })),
  'date-out-of-order': warning(
    ({ number, date, before }: { number: number; date: string; before: { number: number; date: string } }) => ({
      message: `update ${number} is dated ${date}, not after update ${before.number} (${before.date})`,
      hint: 'one of the two dates or numbers is a misprint; correct it in the Markdown file',
    }),
  ),

  // ── raw texts and Markdown files together ──
  'raw-number-twice': error(({ number, other }: { number: number; other: string }) => ({
    message: `update ${number} is already in ${other}`,
    hint: 'delete one of the two raw files, or correct the number in the heading of the one that is wrong',
  })),
  'raw-number-against-file-name': error(({ number, name }: { number: number; name: string }) => ({
    message: `this heading says update ${number}, the file's name says ${name}`,
    hint: `rename the file to ${number}.txt, or correct the number in the heading`,
  })),
  'forms-differ': warning((args: { file: string; other: string; here: string[]; there: string[]; count: number }) => ({
    message: `this is the same update as ${args.other}, but ${times(args.count, 'line')} differ${args.count === 1 ? 's' : ''}\nhere:  ${passage(args.here)}\nthere: ${passage(args.there)}`,
    hint: `the words of ${args.other} are used, with the links of this file; for the words of this file instead, move ${args.other} out of content/raw`,
  })),
  'nothing-to-import': error(({ number }: { number: number }) => ({
    message: `no raw text is update ${number}`,
    hint: 'check the number; only an update whose text is in content/raw can be imported',
  })),
  'raw-gone': warning(({ number, raw }: { number: number; raw: string }) => ({
    message: `no raw text is update ${number} any more; this was made of ${raw}`,
    hint: `the update stays in the archive; to remove it, delete this file (content/updates/${number}.md) as well`,
  })),
  'unrecorded-markdown': warning(({ number, raw }: { number: number; raw: string }) => ({
    message: `this file is not what import makes of ${raw}, and nothing tells who changed it`,
    hint: `it was kept, as corrected by hand; for the fresh text instead, \`npm run import -- --force ${number}\``,
  })),
  'colliding-correction': warning(
    ({ number, corrected, fresh }: { number: number; corrected: string[]; fresh: string[] }) => ({
      message: `import now reads this passage otherwise than it was corrected here; the file was left as it is\nhere:   ${passage(corrected)}\nimport: ${passage(fresh)}`,
      hint: `to keep the file as it is, \`npm run import -- --keep ${number}\`; to lose its corrections, \`--force ${number}\``,
    }),
  ),
  'merge-unfit': warning(({ number, reason }: { number: number; reason: string }) => ({
    message: `import now reads this update otherwise, and that does not fit the corrections made here: ${reason}`,
    hint: `the file was left as it is; \`npm run import -- --keep ${number}\` keeps it so, \`--force ${number}\` loses its corrections`,
  })),

  // ── content/updates/*.md, as somebody edited it ──
  'front-matter-missing': error(() => ({
    message: 'this file does not start with front matter',
    hint: 'start it with a line "---", then the facts, then "---" again; or delete the file and import it afresh',
  })),
  'front-matter-syntax': error(({ problem }: { problem: string }) => ({
    message: `the front matter is no YAML that can be read: ${problem}`,
    hint: 'check quotes, brackets and indentation here and on the line above',
  })),
  'unknown-fact': error(({ field }: { field: string }) => ({
    message: `the front matter has no place for "${field}" here`,
    hint: 'check its spelling and indentation against another update, or remove it',
  })),
  'fact-value': error(({ field, problem }: { field: string; problem: string }) => ({
    message: `${field}: ${problem}`,
    hint: 'correct the value, or remove it where it may be left out',
  })),
  'masthead-missing': error(({ number }: { number: number }) => ({
    message: 'the text below the front matter does not start with the heading of the update',
    hint: `start it with a line like "# Update no ${number} 4th April 2025"`,
  })),
  'second-masthead': error(() => ({
    message: 'this is a second heading of the first level',
    hint: 'write "## " before a section, "### " before a story, "#### " before a part of one',
  })),
  'section-without-heading': error(({ kind }: { kind: string }) => ({
    message: `the front matter tells of a section of ${kind} that has no "## " heading below`,
    hint: `put "## [${kind}]" where the section starts, or remove it here`,
  })),
  'unlisted-section': error(({ heading }: { heading: string }) => ({
    message: `the front matter does not list the section "${heading}"`,
    hint: 'add it to `sections` in its place: - kind: "updates" (or notices, reminders, publications, contacts)',
  })),
  'text-before-sections': error(() => ({
    message: 'this text stands before the first section',
    hint: 'make it standing text: add - kind: "notices" as the first of `sections` in the front matter',
  })),
  'heading-out-of-place': error(({ heading }: { heading: string }) => ({
    message: `there is no place for the heading "${heading}" here`,
    hint: 'only stories ("### ") and their parts ("#### ") have headings inside a section; write \\# for a printed "#"',
  })),
  'text-outside-story': error(() => ({
    message: 'this text belongs to no story',
    hint: 'put a line "### " and its title before it, or "### [untitled]"',
  })),
  'story-id-twice': error(({ id }: { id: string }) => ({
    message: `another story of this update already has the id "${id}"`,
    hint: 'an id is the address of one story; keep it with the older one and change this',
  })),
  'story-without-heading': warning(({ title }: { title: string }) => ({
    message: `no "### " heading is left for the story "${title}"`,
    hint: 'if the story was removed, remove its facts here as well',
  })),
  'line-without-meeting': warning(({ text }: { text: string }) => ({
    message: `the front matter has no meeting for the line "${text}"`,
    hint: 'add one in its place among `meetings`: - { label: "AD Education", date: "2025-05-09", start: "10:00" }',
  })),
  'meeting-without-line': warning(({ label }: { label: string }) => ({
    message: `no line of this story is left for the meeting of "${label}"`,
    hint: 'if its line was removed, remove the meeting here as well',
  })),
  'facts-without-entry': warning(({ words }: { words: string }) => ({
    message: `no entry below is left for "${words}"`,
    hint: 'if the entry was removed, remove its facts here as well',
  })),
  'entry-without-facts': warning(({ title }: { title: string }) => ({
    message: `the front matter tells nothing about "${title}"`,
    hint: 'add its facts in their place among `entries`: - { date: "2025-03-21", publishers: ["DfE"], title: "…" }',
  })),
  'contact-without-facts': error(({ text }: { text: string }) => ({
    message: `the front matter tells nothing about "${text}"`,
    hint: 'add the facts in their place among `contacts`: - { role: "…", name: "…", organisation: "…", emails: ["…"] }',
  })),
  'words-changed': warning(({ words, text }: { words: string; text: string }) => ({
    message: `"${words}" does not stand in its entry any more: "${text}"`,
    hint: 'bring the two into line: the words here should be the words there',
  })),
}

/** The YAML that makes a spelling one of a record's: its variants, or the record where there is none yet. */
function variantLine(
  { id, name, variants, isKnown }: { id: string; name: string; variants: string[]; isKnown: boolean },
  { printed, file }: { printed: string; file: string },
): string {
  const all = `variants: [${[...variants, printed].map(variant => JSON.stringify(variant)).join(', ')}]`
  if (isKnown) return `give ${id} in content/authorities/${file} ${all}`
  return `add to content/authorities/${file}: - { id: ${id}, name: ${JSON.stringify(name)}, ${all} }`
}
