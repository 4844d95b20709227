import { bibtex } from '../../../src/publish/bibliography/bibtex.ts'
import { plainCitation } from '../../../src/publish/bibliography/citation.ts'
import { csl } from '../../../src/publish/bibliography/csl.ts'
import type { Reference } from '../../../src/publish/bibliography/reference.ts'
import { ris } from '../../../src/publish/bibliography/ris.ts'

/** A reference as a line of text, and for reference managers. Each has a Copy button where there is script. */
export function Citation({ reference }: { reference: Reference }) {
  return (
    <div class="citation">
      <p class="copy" data-name="the citation">
        {plainCitation(reference)}
      </p>
      <Format name="BibTeX" text={bibtex(reference)} />
      <Format name="RIS" text={ris(reference)} />
      <Format name="CSL-JSON" text={JSON.stringify(csl(reference), null, 1)} />
    </div>
  )
}

function Format({ name, text }: { name: string; text: string }) {
  return (
    <details>
      <summary>{name}</summary>
      <pre class="copy" data-name={`the ${name}`}>
        {text.replaceAll('\r\n', '\n').trim()}
      </pre>
    </details>
  )
}
