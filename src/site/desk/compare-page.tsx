/** A raw text beside its Markdown, line by line. */
import type { ComparedLine, Comparison } from './compare.ts'
import { BackToDesk, type DeskContext, deskDocument } from './desk-document.tsx'

export const comparePage = (number: number, comparison: Comparison, context: DeskContext): string =>
  deskDocument(
    `Compare update ${number}`,
    context,
    <>
      <BackToDesk context={context} />
      <h1>Update {number}: what was received, and what was made of it</h1>
      <p>
        Line numbers link to the same line on the other side. <span class="tag">Corrected</span> marks a line that was
        changed by hand, below what it was before. <span class="tag">Inferred</span> marks what the program worked out.
      </p>
      <div class="sides">
        <Side title="As received" lines={comparison.raw} side="raw" other="made" />
        <Side title="As it is now" lines={comparison.markdown} side="made" other="raw" />
      </div>
    </>,
  )

type SideProps = { title: string; lines: readonly ComparedLine[]; side: string; other: string }

const Side = ({ title, lines, side, other }: SideProps) => (
  <section aria-label={title}>
    <h2>{title}</h2>
    <table class="lines">
      <tbody>
        {lines.map(({ number, text, other: same, inferred, isCorrected, was }) => (
          <tr id={`${side}-${number}`} class={isCorrected ? 'corrected' : undefined}>
            <th scope="row">
              {same === null ? (
                number
              ) : (
                <a href={`#${other}-${same}`} aria-label={`Line ${number}: line ${same} on the other side`}>
                  {number}
                </a>
              )}
            </th>
            <td>
              {was.length > 0 && (
                <del>
                  <span class="tag">Was: </span>
                  {was.join('\n')}
                </del>
              )}
              {text}
              {isCorrected && <span class="tag"> Corrected</span>}
              {inferred.map(words => (
                <span class="tag"> Inferred: {words}</span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
