/** `/data/datapackage.json`: the files beside it, as a Frictionless Data Package 2.0 describes them. */
import { createHash } from 'node:crypto'
import type { Site } from '../../archive/archive.ts'
import { absolute, addressOf } from '../addresses.ts'
import type { Field } from './tables/columns.ts'

/** What a package says of a file; `schema` and `fields` null where it has none. */
type Described = {
  title: string
  address: string
  mediaType: string
  holds: string
  schema: string | null
  fields: readonly Field[] | null
  content: () => string
}

/** As text. Each resource has its size and its SHA-256, so that a copy can be checked. */
export function dataPackage(site: Site, files: readonly Described[]): string {
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'friday-update-archive',
    title: site.title,
    description: site.description,
    homepage: absolute(site, addressOf.data()),
    contributors: [{ title: site.publisher, roles: ['publisher'] }],
    resources: files.map(file => resource(site, file)),
  }
  return `${JSON.stringify(description, null, 2)}\n`
}

function resource(site: Site, { title, address, mediaType, holds, schema, fields, content }: Described) {
  const path = address.slice(addressOf.data().length)
  const bytes = Buffer.from(content())
  return {
    // "publications.csv" → "publications-csv": two files may have the same records.
    name: path.replaceAll('.', '-'),
    title,
    description: holds,
    path,
    ...(fields === null ? {} : { type: 'table' }),
    format: path.slice(path.lastIndexOf('.') + 1),
    mediatype: mediaType,
    encoding: 'utf-8',
    bytes: bytes.byteLength,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    ...(schema === null ? {} : { jsonSchema: absolute(site, schema) }),
    ...(fields === null ? {} : { schema: tableSchema(fields) }),
  }
}

/**
 * Several values in one cell are a string: version 2 of the standard has a type "list", which its readers do not know
 * yet, and no foreign key can name one value of many.
 */
function tableSchema(fields: readonly Field[]) {
  return {
    fields: fields.map(({ name, type, holds }) => ({
      name,
      type: type === 'list' ? 'string' : type,
      description: type === 'list' ? `${holds}; several are separated by "; "` : holds,
    })),
    primaryKey: ['id'],
    missingValues: [''],
  }
}
