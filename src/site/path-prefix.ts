/** Under which path the site stands: "archive", "/archive" and "/archive/" all mean "/archive/". */
export const asPathPrefix = (path: string): string => `/${path}/`.replace(/\/+/gu, '/')
