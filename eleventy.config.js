/** Lets `npx @11ty/eleventy` find `.eleventy.ts`, and Node read TypeScript. */
import { setFlagsFromString } from 'node:v8'
import { register } from 'tsx/esm/api'

// V8 optimises too much for a process that builds once and ends: so a build takes 15 % less of the processor (docs/performance.md).
if (process.env.ELEVENTY_RUN_MODE === 'build') setFlagsFromString('--interrupt-budget=500000')
register()
export default (await import('./.eleventy.ts')).default
