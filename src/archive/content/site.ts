/** content/site.yaml: title, address, contact policy. */
import { z } from 'zod'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Site } from '../archive.ts'
import { readYaml } from './yaml-file.ts'

const schema = z.strictObject({
  title: z.string().min(1, 'expected some text'),
  description: z.string().min(1, 'expected some text'),
  publisher: z.string().min(1, 'expected some text'),
  url: z.url().transform(url => url.replace(/\/+$/u, '')),
  contactDetails: z.enum(['printed', 'latest', 'none']).default('printed'),
  reportTo: z.string().nullable().default(null),
  subscribe: z
    .strictObject({ email: z.email().nullable().default(null), link: z.url().nullable().default(null) })
    .nullable()
    .default(null),
  database: z.enum(['sqlite']).nullable().default(null),
  oldPosts: z.array(z.strictObject({ post: z.int(), update: z.int() })).default([]),
})

/** null where the file cannot be used; the diagnostics say why, at line and column. */
export function readSite(text: string, file: string): { site: Site | null; diagnostics: Diagnostic[] } {
  const { value, diagnostics } = readYaml(text, file, schema)
  return { site: value, diagnostics }
}
