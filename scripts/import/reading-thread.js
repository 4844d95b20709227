/** Plain JavaScript, because a thread knows no TypeScript until it has been told to. */
import { register } from 'tsx/esm/api'

register()
await import('./reading-thread.ts')
