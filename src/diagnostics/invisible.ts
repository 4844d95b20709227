/**
 * Characters that no one sees: soft hyphens, zero-width spaces and joiners, marks of direction, byte order marks. Telephones and
 * web pages leave them inside words, names and addresses. This is the program's one list of them.
 */
const kinds = String.raw`\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF`

export const invisible: RegExp = new RegExp(`[${kinds}]`, 'u')
const each = new RegExp(`[${kinds}]`, 'gu')

export const withoutInvisible = (text: string): string => (invisible.test(text) ? text.replace(each, '') : text)
export const countInvisible = (text: string): number => text.match(each)?.length ?? 0
