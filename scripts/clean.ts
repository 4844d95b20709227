/** `npm run clean`: removes what builds have made. The content, and what import wrote of it, stay. */
import { rmSync } from 'node:fs'

for (const folder of ['_site', '.cache', 'coverage', 'screenshots']) rmSync(folder, { recursive: true, force: true })
console.log('removed: _site, .cache, coverage, screenshots')
