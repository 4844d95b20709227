/**
 * Every message the program can give, in one place. `message` says what is wrong and `hint` what to do: one sentence each, starting
 * in lower case, with no blame (docs/style.md). An `error` means that the input cannot be used, a `warning` that someone should look.
 */
export type Words = { message: string; hint: string; answers?: Answer[] }

/** What the desk can write into an authority file for the editor (`file`: "people.yaml"). */
export type Answer =
  | { kind: 'new-record'; file: string; id: string; name: string }
  | { kind: 'variant'; file: string; id: string; name: string; variant: string }

const error = <A>(say: (args: A) => Words) => ({ severity: 'error' as const, say })
/** We did something, and the editor need do nothing. */
const note = <A>(say: (args: A) => Words) => ({ severity: 'note' as const, say })
const warning = <A>(say: (args: A) => Words) => ({ severity: 'warning' as const, say })

const times = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Lines, as a message shows them. */
const passage = (lines: readonly string[]): string =>
  lines.length === 0 ? '(nothing)' : lines.map(line => line.trim()).join('\n        ')

export const catalogue = {
  // ── raw texts that cannot be used ──
  'empty-file': error(() => ({
    message: 'this file is empty',
    hint: "paste the update's text into it, or delete the file",
  })),
  'not-plain-text': error(({ kind }: { kind: string }) => ({
    message: `this is ${kind}, not plain text`,
    hint: 'open it in its own program, copy the text of the update, and save that as a .txt file',
  })),
  'binary-file': error(() => ({
    message: 'this file is damaged or is not text: there is a zero byte here',
    hint: 'copy the text of the update again from the original, and save it as plain text (UTF-8)',
  })),
  'endless-line': error(({ characters }: { characters: number }) => ({
    message: `this line has ${characters.toLocaleString('en-GB')} characters, so its line breaks are missing or it is not a newsletter`,
    hint: 'copy the text of the update again, so that each heading and paragraph has its own line',
  })),
  'huge-file': error(({ bytes }: { bytes: number }) => ({
    message: `this file is too big to be an update: it has ${bytes.toLocaleString('en-GB')} bytes`,
    hint: 'check that it is the text of one update',
  })),
  'no-masthead': error(() => ({
    message: "cannot find the update's number and date",
    hint: 'add a line such as "Update no 656 4th April 2025", on its own; if this is not an update, move it out of content/raw',
  })),
  'no-date': error(({ heading }: { heading: string }) => ({
    message: `"${heading}" has a number but no date`,
    hint: 'add the day, month and year after the number: "Update no 656 4th April 2025"',
  })),
  'no-year': error(({ printed }: { printed: string }) => ({
    message: `"${printed}" has no year`,
    hint: 'add the year after the month: "4th April 2025"',
  })),
  'impossible-date': error(({ printed }: { printed: string }) => ({
    message: `this isn't a real date: ${printed}`,
    hint: 'check the day and month',
  })),
  'unknown-month': error(({ word, nearest }: { word: string; nearest: string[] }) => ({
    message: `"${word}" is not a month`,
    hint:
      nearest.length === 0
        ? "correct the update's date"
        : `did you mean ${nearest.join(' or ')}? Correct the update's date`,
  })),
  'impossible-number': error(({ number }: { number: number }) => ({
    message: `${number} cannot be the number of an update`,
    hint: 'correct the number: updates are numbered from 1',
  })),
  'far-off-year': error(({ year, first, last }: { year: number; first: number; last: number }) => ({
    message: `the year ${year} cannot be right`,
    hint: `use a year from ${first} to ${last}: the newsletter began in ${first + 2}`,
  })),
  'two-mastheads': error(({ first, line }: { first: string; line: number }) => ({
    message: `a second update starts here: the first is "${first}" on line ${line}`,
    hint: 'put each update in its own file',
  })),

  // ── documents, web pages and emails that cannot be used ──
  'unreadable-format': error(({ name, remedy }: { name: string; remedy: string }) => ({
    message: `this is ${name}, which this program cannot read`,
    hint: remedy,
  })),
  'damaged-document': error(() => ({
    message: 'this document is damaged: parts of it are missing',
    hint: 'open it in its own program and save it again, or get a new copy',
  })),
  'program-fault': error(({ what }: { what: string }) => ({
    message: `the program failed while it read this file: ${what}`,
    hint: 'this is a fault of the program: please report it, with the file. Move the file out of content/raw, or undo your last change to it, and the rest is published',
  })),
  'swollen-document': error(() => ({
    message: 'this document is far too big for an update once it is unpacked',
    hint: 'check that it is the text of one update; if it is, copy its text into a new document',
  })),
  'cut-off-mail': error(() => ({
    message: 'this email stops in the middle: its last part is missing',
    hint: 'save it again from your email program',
  })),
  'tangled-page': error(() => ({
    message: 'this page is damaged: its elements are nested thousands deep',
    hint: 'save the page again, or copy its text into a Word document',
  })),
  'export-among-raw': error(({ file }: { file: string }) => ({
    message: 'this is a WordPress export, which holds many posts',
    hint: `move it out of content/raw, then import its updates: npm run import -- ${file.split('/').at(-1)}`,
  })),

  'no-such-file': error(({ file }: { file: string }) => ({
    message: `cannot find the file "${file}"`,
    hint: 'check the path, and put quotes around it if it has spaces',
  })),
  'damaged-export': error(() => ({
    message: 'this WordPress export is cut off or damaged',
    hint: 'export it again in WordPress (Tools, Export), one year at a time if it is too large',
  })),
  'export-without-updates': error(({ posts }: { posts: number }) => ({
    message: `none of the ${times(posts, 'post')} in this export is an update`,
    hint: 'a post is an update if its title or text has a line such as "Update no 656 4th April 2025"',
  })),
  'raw-file-differs': error(({ from }: { from: string }) => ({
    message: `this file already exists, and ${from} is different`,
    hint: 'delete the one that is wrong, then import again',
  })),

  // ── documents, web pages and emails: worth knowing ──
  'cleaned-addresses': note(({ unwrapped, dropped }: { unwrapped: number; dropped: string[] }) => ({
    message: [
      ...(unwrapped === 0
        ? []
        : [
            `${times(unwrapped, 'link')} went through an email program's own address and now ${unwrapped === 1 ? 'goes' : 'go'} straight to the page`,
          ]),
      ...(dropped.length === 0
        ? []
        : [`the parts of links that only track readers were left out (${dropped.join(', ')})`]),
    ].join('; '),
    hint: 'you do not need to do anything',
  })),
  'lost-address': warning(({ href, words, count }: { href: string; words: string; count: number }) => ({
    message: `the link on "${words}" goes to "${href}", which readers cannot open${count > 1 ? ` (and ${count - 1} more)` : ''}`,
    hint: 'write the full web address in the document, or beside the words in the Markdown file',
  })),
  'unread-content': warning(({ kinds }: { kinds: string[] }) => ({
    message: `parts of this document could not be read: ${kinds.join('; ')}`,
    hint: 'check that no words are missing in the Markdown file',
  })),
  'unplaced-links': warning(({ words, count }: { words: string; count: number }) => ({
    message: `cannot find where ${count === 1 ? `the link on "${words}" belongs` : `${count} links belong; the first is on "${words}"`}`,
    hint: 'write it in the Markdown file: [words](https://…)',
  })),

  // ── raw texts: worth a look ──
  'raw-passed-over': warning(({ because }: { because: string }) => ({
    message: `this file was not imported: ${because}`,
    hint: 'move it out of content/raw, or rename it if it is an update',
  })),
  'mixed-encodings': warning(({ count }: { count: number }) => ({
    message: `this text mixes two encodings, UTF-8 and Windows-1252 (${times(count, 'character')})`,
    hint: 'check the quotes and dashes, then save the file as UTF-8',
  })),
  'repaired-text': warning(({ count }: { count: number }) => ({
    message: `${times(count, 'line')} had garbled characters, such as "â€™" for "’"`,
    hint: 'we have repaired them in the Markdown file: check the quotes and dashes there',
  })),
  'invisible-characters': warning(({ count }: { count: number }) => ({
    message: `${times(count, 'invisible character')} ${count === 1 ? 'was' : 'were'} left out, the first on this line`,
    hint: 'the text reads the same without them; to clear this message, paste the text again as plain text',
  })),
  'lost-character': warning(({ count }: { count: number }) => ({
    message: `${times(count, 'character')} ${count === 1 ? 'was' : 'were'} lost before we got this text, the first on this line`,
    hint: 'find "\uFFFD" in the raw text and put in what the newsletter said',
  })),
  'improbable-character': warning(({ printed, count }: { printed: string; count: number }) => ({
    message: `"${printed}" is an unlikely character here${count > 1 ? ` (and in ${times(count - 1, 'other place')})` : ''}`,
    hint: 'if the newsletter had a quote, dash or bullet here, put it in the raw text and save that as UTF-8',
  })),
  'weekday-contradicts': warning(({ printed, date, weekday }: { printed: string; date: string; weekday: string }) => ({
    message: `the weekday and the date in "${printed}" do not match: ${date} is a ${weekday}`,
    hint: 'we have used the date: correct it, or the weekday, whichever is wrong',
  })),
  'misspelt-month': warning(({ word, nearest }: { word: string; nearest: string[] }) => ({
    message: `"${word}" is not a month${nearest.length === 0 ? '' : `, so we have read it as ${nearest[0]}`}`,
    hint: 'correct the spelling',
  })),
  'misspelt-weekday': warning(({ word, nearest }: { word: string; nearest: string }) => ({
    message: `"${word}" is not a weekday`,
    hint: `did you mean ${nearest}? Then correct the spelling`,
  })),
  'two-days': warning(({ date }: { date: string }) => ({
    message: `the update has two dates, so we have used the first, ${date}`,
    hint: 'leave only the date it was sent in its heading',
  })),
  'two-numbers': warning(({ number }: { number: number }) => ({
    message: `the update has two numbers, so we have used the first, ${number}`,
    hint: 'leave only its own number in its heading',
  })),
  'unknown-section': warning(({ printed, nearest }: { printed: string; nearest: string }) => ({
    message: `no section is called "${printed}", so we have read it as "${nearest}"`,
    hint: 'correct the spelling, or leave it if this is now the name of that section',
  })),
  'dated-ahead': warning(({ number, date }: { number: number; date: string }) => ({
    message: `update ${number} is dated ${date}, which is in the future`,
    hint: 'correct the date if it is wrong; if the update is not ready, move the file to content/drafts; otherwise this message goes when that day comes',
  })),
  'section-twice': warning(({ heading, line }: { heading: string; line: number }) => ({
    message: `the section "${heading}" has already started, on line ${line}`,
    hint: 'we have kept the two apart: remove this line if it is not a heading, or not needed',
  })),
  'unknown-label': warning(({ printed, nearest }: { printed: string; nearest: string }) => ({
    message: `no label is called "${printed}"`,
    hint: `did you mean "${nearest}"?`,
  })),
  'lost-title': warning(({ supplied }: { supplied: string | null }) => ({
    message: 'a story starts here, but its title is missing',
    hint:
      supplied === null
        ? 'in the Markdown file, write the title after ###, in place of [untitled]'
        : `we have used "${supplied}", from another line: if the real title was different, write that in the Markdown file`,
  })),
  'fused-line': warning(({ printed }: { printed: string }) => ({
    message: `a second publication starts in the middle of this line: "${printed} …"`,
    hint: 'we have read it as a separate entry: start a new line before it',
  })),
  'headless-title': warning(({ title }: { title: string }) => ({
    message: `this does not look like the start of a title: "${title}"`,
    hint: 'if it is a publication, write its full title in the facts of this entry in the Markdown file',
  })),
  'bare-entry': warning(({ title }: { title: string }) => ({
    message: `"${title}" has no publisher and no date`,
    hint: 'add `publishers: ["…"]` or `date: "2025-04-03"` to the facts of this entry in the Markdown file',
  })),
  'impossible-day': warning(({ printed }: { printed: string }) => ({
    message: `this isn't a real date: ${printed}`,
    hint: 'correct the date in the file you saved in content/raw; until then it is left out',
  })),
  'far-ahead': warning(({ printed, date }: { printed: string; date: string }) => ({
    message: `"${printed}" is read as ${date}, more than 18 months after this update`,
    hint: 'check the year, and correct it in the raw text if it is wrong',
  })),
  'skipped-time': warning(({ date, time }: { date: string; time: string }) => ({
    message: `there is no ${time} on ${date}, because the clocks go forward then`,
    hint: 'we have kept the time: correct it in the raw text if you know it',
  })),
  'table-without-meetings': warning(({ rows }: { rows: number }) => ({
    message: `this table has ${times(rows, 'date')}, but none that we have read as a meeting`,
    hint: 'if they are meetings, name the group in the title of the story, or in a column headed "Network"',
  })),
  'second-day': warning(({ printed }: { printed: string }) => ({
    message: `this line has a second date, "${printed}", which is not in the calendar`,
    hint: 'give it its own line, or write both dates together: "6 March and 5 June"',
  })),
  'unreadable-contact': warning(({ printed }: { printed: string }) => ({
    message: `cannot find a name in "${printed}"`,
    hint: 'write a contact as "Role: Name (Organisation)", with the email address and phone number below',
  })),
  'page-foot': note(({ count }: { count: number }) => ({
    message: `${times(count, 'line')} from here on came from around the update, on the page or in the email it was copied from`,
    hint: 'we have kept them, folded away, at the foot of the page: look there if you miss something',
  })),
  'odd-phone': warning(({ printed }: { printed: string }) => ({
    message: `"${printed}" has too few or too many digits for a phone number`,
    hint: 'we have kept it: correct it if you know the right number',
  })),
  'details-missing': warning(({ name, nearest }: { name: string; nearest: string | null }) => ({
    message: `the text says that the details of ${name} are below, but they are not`,
    hint:
      nearest === null
        ? 'add this person to the contact details, or name another contact'
        : `did you mean "${nearest}"? If so, correct the spelling; if not, add this person to the contact details, or name another contact`,
  })),
  'list-missing': warning(() => ({
    message: 'this line introduces a list, but no list follows',
    hint: 'it was probably lost when the text was pasted: add it below this line',
  })),
  'list-short': warning(({ promised, there }: { promised: number; there: number }) => ({
    message: `this line promises ${promised}, but the list below has ${there}`,
    hint: 'add what is missing, or correct the number',
  })),
  'unreadable-time': warning(({ printed }: { printed: string }) => ({
    message: `cannot read "${printed}" as a time`,
    hint: 'we have left the time out: if you know it, add it to the meeting in the Markdown file',
  })),

  // ── authority files and site.yaml ──
  'yaml-syntax': error(({ problem }: { problem: string }) => ({
    message: `cannot read this as YAML: ${problem}`,
    hint: 'check quotes, colons and indentation here and on the line above',
  })),
  'yaml-unknown-field': error(({ field, nearest }: { field: string; nearest: string | null }) => ({
    message: `there is no field called "${field}" here`,
    hint: nearest === null ? 'remove it, or put it under `note`' : `did you mean "${nearest}"?`,
  })),
  'yaml-value': error(({ field, problem }: { field: string; problem: string }) => ({
    message: `${field}: ${problem}`,
    hint: 'correct the value, or remove the line if the field is optional',
  })),
  'shared-id': error(({ id, other }: { id: string; other: string }) => ({
    message: `the id "${id}" already belongs to ${other}`,
    hint: 'choose another id, or make the two records one: an id is a web address that never changes',
  })),
  'shared-name': warning(({ name, other }: { name: string; other: string }) => ({
    message: `"${name}" is also a name of "${other}", so we use it for neither`,
    hint: `remove it from one of the two, or write \`distinctFrom: [${other}]\` here if both are right`,
  })),
  'unknown-record': error(({ id }: { id: string }) => ({
    message: `no record has the id "${id}"`,
    hint: 'use an id from this file, or a file and an id, such as networks/fostering-network',
  })),
  'shared-form': warning(({ form, other }: { form: string; other: string }) => ({
    message: `"${form}" already belongs to "${other}"`,
    hint: 'keep it in one of the two entries, or make them one entry',
  })),
  'missing-site-file': error(() => ({
    message: 'content/site.yaml is missing',
    hint: 'create it with at least title, description, publisher and url',
  })),

  // ── names that no one has checked ──
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
      /** `isKnown`: it has a record. If not, it is a spelling that more updates use. */
      nearest: { id: string; name: string; variants: string[]; isKnown: boolean } | null
    }) => ({
      message: `there is no record of a ${kind} called "${printed}"${times > 1 ? ` (in ${times} updates)` : ''}`,
      hint: `${nearest === null ? '' : `did you mean "${nearest.name}"? If so, ${variantLine(nearest, { printed, file })}; if not, `}add to content/authorities/${file}: ${recordLine({ id, name: printed })}`,
      answers: [
        ...(nearest?.isKnown
          ? [{ kind: 'variant' as const, file, id: nearest.id, name: nearest.name, variant: printed }]
          : []),
        { kind: 'new-record' as const, file, id, name: printed },
      ],
    }),
  ),
  'withheld-name-left': warning(({ found }: { found: string }) => ({
    message: `"${found}" is shown, but may be a person whose name is withheld`,
    hint: 'if it is, remove it from the Markdown file; if not, write the first name before it or add the person to people.yaml',
  })),
  'draft-number-taken': warning(({ number }: { number: number }) => ({
    message: `update ${number} is already in the archive, so this draft is not shown`,
    hint: 'give the draft another number, or delete it',
  })),
  'reviewed-is-gone': warning(({ code }: { code: string }) => ({
    message: `this entry sets aside the message "${code}", which is no longer given`,
    hint: 'delete the entry, or look at the message again if the line has changed',
  })),
  'ambiguous-name': warning(({ printed, candidates }: { printed: string; candidates: string[] }) => ({
    message: `"${printed}" could be any of ${candidates.join(', ')}`,
    hint: "write the id instead of the name in this update's front matter, or add each person's organisations to people.yaml",
  })),

  // ── where publications can be read ──
  'source-addresses-differ': warning(
    ({ title, addresses, line }: { title: string; addresses: string[]; line: string }) => ({
      message: `the links on "${title}" go to different pages, so we have used none of them:\n${addresses.join('\n')}`,
      hint: `add the right one to content/authorities/publications.yaml: ${line}`,
    }),
  ),
  'publications-without-address': warning(
    (args: { count: number; lines: { line: string; title: string; listed: number }[] }) => ({
      message: `${times(args.count, 'publication')} ${args.count === 1 ? 'has' : 'have'} no web address; those listed most often are:\n${args.lines
        .map(({ line, title, listed }) => `${line}  # ${title} (listed ${times(listed, 'time')})`)
        .join('\n')}`,
      hint: 'add these lines to content/authorities/publications.yaml, each with its web address; once they are done, this shows the next ones',
    }),
  ),
  'lost-links': warning((args: { count: number; updates: number; most: { number: number; count: number }[] }) => ({
    message: `words such as "here" were links ${times(args.count, 'time')} in ${times(args.updates, 'update')}, but the web addresses are missing:\n${args.most
      .map(({ number, count }) => `update ${number}: ${count}`)
      .join(', ')}${args.updates > args.most.length ? ', …' : ''}`,
    hint: 'import the Word document, email or web page that an update came from (npm run import -- FILE), or write the web address in its Markdown file: [here](https://…)',
  })),
  'unknown-publication': error(({ id, nearest }: { id: string; nearest: string | null }) => ({
    message: `no publication has the id "${id}"`,
    hint: nearest === null ? 'remove this entry' : `did you mean "${nearest}"? If not, remove this entry`,
  })),

  // ── the set of updates ──
  'number-twice': error(({ number, other }: { number: number; other: string }) => ({
    message: `update ${number} is already in ${other}`,
    hint: 'delete one of the two files, or correct the number in the front matter of the one that is wrong',
  })),
  'number-against-file-name': error(({ number, name }: { number: number; name: string }) => ({
    message: `this file is called ${name} but says it is update ${number}`,
    hint: `rename it to ${number}.md, or correct the number`,
  })),
  'date-out-of-order': warning(
    ({ number, date, before }: { number: number; date: string; before: { number: number; date: string } }) => ({
      message: `update ${number} is dated ${date}, which is not after update ${before.number} (${before.date})`,
      hint: 'one of the dates or numbers is wrong: correct it in the Markdown file',
    }),
  ),

  // ── raw texts and Markdown files together ──
  'raw-number-twice': error(({ number, other }: { number: number; other: string }) => ({
    message: `update ${number} is already in ${other}`,
    hint: 'delete one of the two raw files, or correct the number in the heading of the one that is wrong',
  })),
  'raw-number-against-file-name': error(({ number, name }: { number: number; name: string }) => ({
    message: `this heading says update ${number}, but the file name says ${name}`,
    hint: `rename the file to ${number}.txt, or correct the number in the heading`,
  })),
  'forms-differ': warning((args: { file: string; other: string; here: string[]; there: string[]; count: number }) => ({
    message: `this is the same update as ${args.other}, but ${times(args.count, 'line')} differ${args.count === 1 ? 's' : ''}\nhere:  ${passage(args.here)}\nthere: ${passage(args.there)}`,
    hint: `we have used the words of ${args.other} and the links of this file: to use the words of this file, move ${args.other} out of content/raw`,
  })),
  'nothing-to-import': error(({ number }: { number: number }) => ({
    message: `cannot find a raw text for update ${number}`,
    hint: 'check the number: the text of an update must be in content/raw before you can import it',
  })),
  'raw-gone': warning(({ number, raw }: { number: number; raw: string }) => ({
    message: `the raw text of update ${number}, ${raw}, is no longer there`,
    hint: `the update stays in the archive; to remove it, delete this file (content/updates/${number}.md) as well`,
  })),
  'unrecorded-markdown': note(({ number, raw }: { number: number; raw: string }) => ({
    message: `this file is not what import makes of ${raw}, and there is no record of a change`,
    hint: `we have kept it, as if corrected by hand: to import the text again instead, use \`npm run import -- --force ${number}\``,
  })),
  'colliding-correction': warning(
    ({ number, corrected, fresh }: { number: number; corrected: string[]; fresh: string[] }) => ({
      message: `import now reads this passage differently from the correction here, and has not changed the file\nhere:   ${passage(corrected)}\nimport: ${passage(fresh)}`,
      hint: `to keep the file as it is, type \`npm run import -- --keep ${number}\` in a terminal; to take the new text instead, \`npm run import -- --force ${number}\``,
    }),
  ),
  'merge-unfit': warning(({ number, reason }: { number: number; reason: string }) => ({
    message: `import now reads this update differently, and that does not fit the corrections here: ${reason}`,
    hint: `we have not changed the file: to keep it as it is, type \`npm run import -- --keep ${number}\` in a terminal; to take the new text instead, \`npm run import -- --force ${number}\``,
  })),

  // ── content/updates/*.md, as edited by hand ──
  'front-matter-missing': error(() => ({
    message: 'this file does not start with front matter',
    hint: 'start it with a line "---", then the facts, then "---" again, or delete the file and import it again',
  })),
  'front-matter-syntax': error(({ problem }: { problem: string }) => ({
    message: `cannot read the front matter as YAML: ${problem}`,
    hint: 'check quotes, brackets and indentation here and on the line above',
  })),
  'unknown-fact': error(({ field }: { field: string }) => ({
    message: `the front matter has no field called "${field}" here`,
    hint: 'check its spelling and indentation against another update, or remove it',
  })),
  'fact-value': error(({ field, problem }: { field: string; problem: string }) => ({
    message: `${field}: ${problem}`,
    hint: 'correct the value, or remove it if it is optional',
  })),
  'masthead-missing': error(({ number }: { number: number }) => ({
    message: 'the text below the front matter does not start with the heading of the update',
    hint: `start it with a line like "# Update no ${number} 4th April 2025"`,
  })),
  'second-masthead': error(() => ({
    message: 'this is a second "# " heading, and an update has only one',
    hint: 'write "## " before a section, "### " before a story and "#### " before a part of a story',
  })),
  'section-without-heading': error(({ kind }: { kind: string }) => ({
    message: `the front matter lists a section of ${kind}, but it has no "## " heading below`,
    hint: `put "## [${kind}]" where the section starts, or remove it here`,
  })),
  'unlisted-section': error(({ heading }: { heading: string }) => ({
    message: `the front matter does not list the section "${heading}"`,
    hint: 'add it to `sections` in its place: - kind: "updates" (or notices, reminders, publications, contacts)',
  })),
  'text-before-sections': error(() => ({
    message: 'this text is before the first section',
    hint: 'make it standing text: add - kind: "notices" as the first of `sections` in the front matter',
  })),
  'heading-out-of-place': error(({ heading }: { heading: string }) => ({
    message: `the heading "${heading}" cannot go here`,
    hint: 'use headings only for stories ("### ") and their parts ("#### "), and write \\# for a "#" in the text',
  })),
  'text-outside-story': error(() => ({
    message: 'this text is not part of a story',
    hint: 'put a line with "### " and a title before it, or "### [untitled]"',
  })),
  'story-id-twice': error(({ id }: { id: string }) => ({
    message: `another story in this update already has the id "${id}"`,
    hint: 'change this id, and keep the id of the older story, because it is part of a web address',
  })),
  'story-without-heading': warning(({ title }: { title: string }) => ({
    message: `there is no "### " heading for the story "${title}"`,
    hint: 'if the story was removed, remove its facts here as well',
  })),
  'line-without-meeting': warning(({ text }: { text: string }) => ({
    message: `the front matter has no meeting for the line "${text}"`,
    hint: 'add one in its place among `meetings`: - { label: "AD Education", date: "2025-05-09", start: "10:00" }',
  })),
  'meeting-without-line': warning(({ label }: { label: string }) => ({
    message: `there is no line in this story for the meeting "${label}"`,
    hint: 'if its line was removed, remove the meeting here as well',
  })),
  'facts-without-entry': warning(({ words }: { words: string }) => ({
    message: `there is no entry below for "${words}"`,
    hint: 'if the entry was removed, remove its facts here as well',
  })),
  'entry-without-facts': warning(({ title }: { title: string }) => ({
    message: `the front matter has no facts about "${title}"`,
    hint: 'add its facts in their place among `entries`: - { date: "2025-03-21", publishers: ["DfE"], title: "…" }',
  })),
  'contact-without-facts': error(({ text }: { text: string }) => ({
    message: `the front matter has no facts about "${text}"`,
    hint: 'add the facts in their place among `contacts`: - { role: "…", name: "…", organisation: "…", emails: ["…"] }',
  })),
  'date-differs': warning(({ date, printed }: { date: string; printed: string }) => ({
    message: `the facts at the top of the file say ${date}, but this line says "${printed}"`,
    hint: 'correct the one that is wrong',
  })),
  'words-changed': warning(({ words, text }: { words: string; text: string }) => ({
    message: `"${words}" is no longer in its entry: "${text}"`,
    hint: 'make the words here the same as the words there',
  })),
}

/** The YAML that adds a record. */
export const recordLine = ({ id, name }: { id: string; name: string }): string =>
  `- { id: ${id}, name: ${JSON.stringify(name)} }`

/** The YAML that adds a spelling to a record, or adds the record if there is none yet. */
function variantLine(
  { id, name, variants, isKnown }: { id: string; name: string; variants: string[]; isKnown: boolean },
  { printed, file }: { printed: string; file: string },
): string {
  const all = `variants: [${[...variants, printed].map(variant => JSON.stringify(variant)).join(', ')}]`
  if (isKnown) return `give ${id} in content/authorities/${file} ${all}`
  return `add to content/authorities/${file}: - { id: ${id}, name: ${JSON.stringify(name)}, ${all} }`
}
