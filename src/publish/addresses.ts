/**
 * Where everything stands: contract.md §2. Addresses are relative to the site ("/updates/656/"); the path prefix and
 * the origin are added where an address is printed (`href` in templates, `absolute` in feeds and data for others).
 */
export const addressOf = {
  home: () => '/',
  update: (number: number) => `/updates/${number}/`,
  updateData: (number: number) => `/updates/${number}/index.json`,
  item: (number: number, item: string) => `/updates/${number}/#${item}`,
  updates: () => '/updates/',
  updatesOf: (year: number) => `/updates/${year}/`,
  networks: () => '/networks/',
  network: (id: string) => `/networks/${id}/`,
  networkCalendar: (id: string) => `/networks/${id}/meetings.ics`,
  contacts: () => '/contacts/',
  person: (id: string) => `/contacts/${id}/`,
  publications: () => '/publications/',
  publicationsOf: (year: number) => `/publications/${year}/`,
  publication: (work: { year: number; id: string }) => `/publications/${work.year}/#${work.id}`,
  publishers: () => '/publishers/',
  publisher: (id: string) => `/publishers/${id}/`,
  calendar: () => '/calendar/',
  calendarFile: () => '/calendar.ics',
  search: (query?: string) => (query === undefined ? '/search/' : `/search/?q=${encodeURIComponent(query)}`),
  data: () => '/data/',
} as const
