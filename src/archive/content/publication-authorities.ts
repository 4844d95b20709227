/**
 * content/authorities/publications.yaml: where a publication can be read, for those that no update links or that updates
 * link differently. Written by hand, once for all updates that list it.
 */
import { z } from 'zod'
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts'
import { readYaml } from './yaml-file.ts'

const DOI = /^10\.\d{4,9}\/\S+$/u
const record = z
  .strictObject({
    /** The publication's id, or one that it had before. */
    id: z.string().min(1, 'expected the id of a publication'),
    url: z
      .url({ protocol: /^https?$/u, error: 'expected a web address that starts with https:// or http://' })
      .nullable()
      .default(null),
    /** As such or as an address: "10.1332/1757", "https://doi.org/10.1332/1757". */
    doi: z
      .string()
      .transform(printed => printed.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/iu, ''))
      .refine(doi => DOI.test(doi), 'expected a DOI such as "10.1332/175795923X16796134"')
      .nullable()
      .default(null),
    note: z.string().nullable().default(null),
  })
  .refine(({ url, doi, note }) => url !== null || doi !== null || note !== null, 'expected url, doi or note')

/** `at` is the place of its id, for messages. */
export type PublicationAuthority = z.output<typeof record> & { at: Place }

/** No file and an empty one hold no records. */
export function readPublicationAuthorities(
  text: string,
  file: string,
): { publications: PublicationAuthority[]; diagnostics: Diagnostic[] } {
  const { value, diagnostics, placeOf } = readYaml(text, file, z.array(record).nullable())
  const publications = (value ?? []).map((one, index) => ({ ...one, at: placeOf([index, 'id']) }))
  return { publications, diagnostics }
}
