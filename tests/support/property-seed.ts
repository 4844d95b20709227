/**
 * Property tests try the same examples at each run, so that a run fails for what was changed and not by chance. To look for
 * new ones: `FUZZ=1 npx vitest run tests/parse/properties.test.ts`.
 */
import fc from 'fast-check'

if (!process.env.FUZZ) fc.configureGlobal({ seed: 20_261_128 })
