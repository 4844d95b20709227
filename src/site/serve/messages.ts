/** What `npm start` (which serves and watches) and its builder (a process that a change of code replaces) tell each other. */
export type ToBuilder = 'build'

export type FromBuilder =
  /** The content was read. `complaints` are as printed, errors first. */
  | { kind: 'read'; complaints: Complaint[] }
  /** Part of the site came in. */
  | { kind: 'published'; what: 'pages' | 'search'; pages: number; changed: number; seconds: number }
  /** The program itself failed, before or after the new pages came in; the rest of the site is as it was. */
  | { kind: 'failed'; message: string; published: 'nothing' | 'pages' }
  /** Nothing more comes of this build. The builder rehearses once, until it is told to build again. */
  | { kind: 'done' }
  /** It has, and nothing came in between: for whoever measures. */
  | { kind: 'rehearsed' }

export type Complaint = { severity: 'error' | 'warning'; text: string }
