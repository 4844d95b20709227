/** The archive of this project's own content: the four real updates. */
import type { Archive } from '../../src/archive/archive.ts'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { readContent } from '../../src/archive/content/read-content.ts'

export function realArchive(): Archive {
  const { site, ...content } = readContent('content')
  if (site === null) throw new Error('content/site.yaml cannot be read')
  return buildArchive({ ...content, site }).archive
}
