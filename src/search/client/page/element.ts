/** Makes DOM elements: text stays text, whatever it holds. */

type Attributes = Record<string, string | boolean | null>

/** `element('a', { href }, 'Title')`; an attribute of false or null is left out, of true is empty. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== false) made.setAttribute(key, value === true ? '' : value)
  made.append(...children)
  return made
}

/** The element with the id; throws where the page lacks it: see the head of main.ts. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no element #${id}`)
  return found as Kind
}
