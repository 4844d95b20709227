/** HTML as html-validate's recommended rules want it, but for matters of taste. */
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': 'off', // HTML allows either case
    'long-title': 'off', // titles are as long as what they name
    'no-trailing-whitespace': 'off', // text is as printed
    'tel-non-breaking': 'off',
    'valid-id': ['error', { relaxed: true }], // a story's id begins as its title does: "16-and-17…"
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
  },
})

/** Every fault of a page, with its place and what is there. */
export async function faultsIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) =>
        `${ruleId}: ${message} (${line}:${column}) ${html.split('\n')[line - 1]?.slice(column - 1, column + 80)}`,
    ),
  )
}
