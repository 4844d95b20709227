/**
 * Every complaint that this program can make, in one place. A message says what, in lower case and without blame;
 * a hint says what to do. An `error` means that the input cannot be used; a `warning`, that somebody should look.
 */
type Words = { message: string; hint: string }
const error = <A>(say: (args: A) => Words) => ({ severity: 'error' as const, say })
const warning = <A>(say: (args: A) => Words) => ({ severity: 'warning' as const, say })

export const catalogue = {
  // ── raw text: what cannot be used ──
  'empty-file': error(() => ({
    message: 'this file is empty',
    hint: "paste the update's text into it, or delete the file",
  })),

  // ── raw text: what somebody should look at ──
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
    hint: 'keep it in one of the two entries of the vocabulary, or make them one',
  })),
  'missing-site-file': error(() => ({
    message: 'content/site.yaml is missing',
    hint: 'it needs at least title, description, publisher and url',
  })),

  // ── names that nobody has verified ──
  'unknown-name': warning(
    (args: {
      kind: 'person' | 'network' | 'publisher'
      printed: string
      times: number
      nearest: string | null
      line: string
    }) => ({
      message: `no ${args.kind} is known as "${args.printed}"${args.times > 1 ? ` (printed in ${args.times} updates)` : ''}`,
      hint: `${args.nearest === null ? '' : `did you mean "${args.nearest}"? then add this spelling to its variants; otherwise `}add to the authority file: ${args.line}`,
    }),
  ),
  'ambiguous-name': warning(({ printed, candidates }: { printed: string; candidates: string[] }) => ({
    message: `"${printed}" could be any of ${candidates.join(', ')}`,
    hint: "write the id instead of the name in this update's front matter",
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
}
