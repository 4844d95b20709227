/** Lets `npx @11ty/eleventy` find `.eleventy.ts`, and Node read TypeScript. */
import { register } from 'tsx/esm/api'

register()
export default (await import('./.eleventy.ts')).default
