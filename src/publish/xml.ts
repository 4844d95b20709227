import XMLBuilder from 'fast-xml-builder'

/** An element's children by name. "@name" is an attribute, "#text" the text of an element with attributes. undefined is left out. */
export type XmlElement = { [name: string]: XmlValue }
export type XmlValue = string | number | undefined | XmlElement | readonly (string | XmlElement)[]

/** The default options drop attributes, and the value of an attribute that is "true". */
const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
})

/**
 * A whole XML 1.0 document in UTF-8, one element a line.
 *
 * fast-xml-builder escapes both text and attributes and adds no white space to text. Alternatives: feedsmith 3.0.1 pads
 * titles with line breaks and only writes feeds; preact-render-to-string leaves "]]>", which XML forbids; `feed` 6.0.0 puts
 * unescaped text into `title type="html"`.
 */
export function xml(root: XmlElement): string {
  return allowed(`<?xml version="1.0" encoding="utf-8"?>\n${builder.build(root)}`)
}

/** XML 1.0 §2.2: no control characters but tab and line breaks, not even escaped, and no lone surrogates. */
const allowed = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
