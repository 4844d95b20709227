import { defineConfig } from 'vitest/config'

export default defineConfig({
  // TSX as tsconfig.json has it: tests render templates.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    setupFiles: ['tests/support/property-seed.ts'],
    include: ['tests/**/*.test.{ts,tsx}'],
    // Only what hangs is to fail: on a machine with much else to do, building a whole site takes many times as long.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 120_000 } },
    // Two browsers at a time are enough for a small machine.
    maxWorkers: 2,
  },
})
