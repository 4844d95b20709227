/** `npm run clean`: removes what builds have made. Content and imported updates stay. */
import { rmSync } from 'node:fs'
import { endOnFault } from '../src/site/faults.ts'

endOnFault(process.cwd())

for (const folder of ['_site', '_preview', '.cache', 'coverage', 'screenshots'])
  rmSync(folder, { recursive: true, force: true })
console.log('removed: _site, _preview, .cache, coverage, screenshots')
