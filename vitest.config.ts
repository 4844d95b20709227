import { defineConfig } from 'vitest/config'

export default defineConfig({
  // TSX as tsconfig.json has it: tests render templates.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // The longest build a whole site, or walk through one in a browser.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Two browsers at a time are enough for a small machine.
    maxWorkers: 2,
  },
})
