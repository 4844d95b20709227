/** Addresses of pages that only other pages link to. Those that others rely on are in src/publish/addresses.ts. */
export const pageAddress = {
  about: () => '/about/',
  accessibility: () => '/accessibility/',
  privacy: () => '/privacy/',
  /** How to receive the newsletter. */
  subscribe: () => '/subscribe/',
  /** Who to tell about a mistake. */
  corrections: () => '/privacy/#corrections',
  alphabet: () => '/a-z/',
  /** "a" to "z", or "0-9". */
  letter: (letter: string) => `/a-z/${letter}/`,
  calendarOf: (year: number) => `/calendar/${year}/`,
  notFound: () => '/404.html',
} as const
