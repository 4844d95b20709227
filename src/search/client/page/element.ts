/** Makes DOM elements. Text is never parsed as HTML. */

type Attributes = Record<string, string | boolean | null>

/** `element('a', { href }, 'Title')`. An attribute that is false or null is left out; true makes it empty. */
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

/** The element with the id; throws if the page does not have it, or it is of another kind: see main.ts. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`no element #${id}`)
  return found
}
