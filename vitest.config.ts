import { defineConfig } from 'vitest/config'

/** What builds sites or opens a browser. */
const slow = ['tests/site/**/*.test.{ts,tsx}', 'tests/browser/**/*.test.{ts,tsx}']

export default defineConfig({
  // TSX as tsconfig.json has it: tests render templates.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    setupFiles: ['tests/support/property-seed.ts'],
    // Only what hangs is to fail: on a machine with much else to do, building a whole site takes many times as long.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 120_000 } },
    // Two browsers at a time are enough for a small machine.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'site', include: slow } },
      // Files of one worker share what they import: loading it for each takes as long as the tests.
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: slow, isolate: false } },
    ],
  },
})
