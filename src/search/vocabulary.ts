/**
 * The sector's shorthand and common misspellings: content/authorities/vocabulary.yaml, written by people only. An entry's
 * name and variants mean the same in a search; published text does not change.
 */
import { z } from 'zod'
import { readYaml } from '../archive/content/yaml-file.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { type Concept, conceptOf, formKey } from './spelling.ts'

const words = z.string().min(1, 'expected some text')
const entry = z.strictObject({
  /** The shorthand where there is one: "EHCP". */
  name: words,
  /** What else people write for it, in text or in the search box: "EHC plan", "education, health and care plan". */
  variants: z.array(words).min(1, 'an entry without another form changes nothing'),
  note: words.nullable().default(null),
})

/**
 * Reads the vocabulary; an empty text is an empty vocabulary. Reports, with line and column, invalid YAML, unknown keys,
 * and forms that two entries share.
 */
export function readVocabulary(text: string, file: string): { concepts: Concept[]; diagnostics: Diagnostic[] } {
  if (text.trim() === '') return { concepts: [], diagnostics: [] }
  const { value, diagnostics, placeOf } = readYaml(text, file, z.array(entry))
  const owner = new Map<string, string>()
  const shared = (value ?? []).flatMap((term, index) =>
    [term.name, ...term.variants].flatMap((form, nth) => {
      const key = formKey(form)
      const other = owner.get(key)
      owner.set(key, term.name)
      if (other === undefined) return []
      const path = nth === 0 ? [index, 'name'] : [index, 'variants', nth - 1]
      return [diagnose('shared-form', placeOf(path), { form, other })]
    }),
  )
  return {
    concepts: (value ?? []).map(term => conceptOf([term.name, ...term.variants])),
    diagnostics: [...diagnostics, ...shared],
  }
}
