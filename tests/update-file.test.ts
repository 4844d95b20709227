import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readUpdateFile, writeUpdateFile } from '../src/update/update-file.ts'
import { anyUpdate } from './any-update.ts'

test('what was written is read again, whatever the update says', () => {
  fc.assert(
    fc.property(anyUpdate, update => {
      const { update: read, diagnostics } = readUpdateFile(writeUpdateFile(update), '1.md')
      expect(diagnostics.filter(d => d.severity === 'error')).toEqual([])
      expect(read).toEqual(update)
    }),
    { numRuns: 1000 },
  )
})
