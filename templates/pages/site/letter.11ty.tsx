import { entriesByLetter, type TitleEntry } from '../../alphabet.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { pageAddress } from '../../page-addresses.ts'
import { Letters } from '../../parts/frame/letters.tsx'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { TitleList } from '../../parts/records/title-list.tsx'
import { Groups } from '../../parts/years/groups.tsx'
import { counted, sortTitle } from '../../wording.ts'

type LetterProps = { letter: string; letters: { letter: string }[]; entries: TitleEntry[] }

/** `/a-z/b/`: every title that begins with the letter. */
export default definePage<LetterProps>({
  *pages(archive) {
    const byLetter = entriesByLetter(archive)
    const letters = byLetter.map(([letter]) => ({ letter }))
    for (const [letter, entries] of byLetter)
      yield { address: pageAddress.letter(letter), props: { letter, letters, entries } }
  },
  render: ({ letter, letters, entries }) => (
    <PageFrame
      title={`A–Z: ${letter.toUpperCase()}`}
      description={`${counted(entries.length, 'title')} of stories and publications under ${letter.toUpperCase()}.`}
      above={[{ to: pageAddress.alphabet(), text: 'A–Z' }]}
    >
      <PageHeading title={`A–Z: ${letter.toUpperCase()}`}>
        <p>{counted(entries.length, 'title')}</p>
      </PageHeading>
      <Letters letters={letters} here={letter} />
      <Titles letter={letter} entries={entries} />
    </PageFrame>
  ),
})

/** A letter with few titles is one list; one with hundreds has groups, as the pages of a dictionary: "Ca to Ch". */
function Titles({ letter, entries }: Pick<LetterProps, 'letter' | 'entries'>) {
  if (entries.length <= inOneList) return <TitleList entries={entries} class="entries titles in-columns" />
  return (
    <Groups
      entries={entries.length}
      groups={runs(entries).map(({ from, to, entries: ofRun }) => ({
        id: `${letter}_${from}`,
        title: from === to ? from : `${from} to ${to}`,
        count: ofRun.length,
        list: <TitleList entries={ofRun} class="entries titles in-columns" />,
      }))}
    />
  )
}

const inOneList = 60
/** A run ends with the first two letters that bring it to so many titles. */
const inARun = 20

type Run = { from: string; to: string; entries: TitleEntry[] }

function runs(entries: TitleEntry[]): Run[] {
  const all: Run[] = []
  for (const [start, ofStart] of grouped(entries, ({ title }) => startOf(title))) {
    const last = all.at(-1)
    if (last === undefined || last.entries.length >= inARun) all.push({ from: start, to: start, entries: ofStart })
    else {
      last.to = start
      last.entries = [...last.entries, ...ofStart]
    }
  }
  return all
}

/** "Ch" for "The Children’s …"; "A" for a title of one letter, or "A level". */
function startOf(title: string): string {
  const start = sortTitle(title).slice(0, 2).trim()
  return start.charAt(0).toUpperCase() + start.slice(1)
}
