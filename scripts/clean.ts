/** `npm run clean`: removes what builds have made. Content and imported updates stay. */
import { rmSync } from 'node:fs'

for (const folder of ['_site', '_preview', '.cache', 'coverage', 'screenshots'])
  rmSync(folder, { recursive: true, force: true })
console.log('removed: _site, _preview, .cache, coverage, screenshots')
