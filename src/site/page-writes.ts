/**
 * Eleventy writes the pages by itself, and an error of the disk there ends it with its own stack. So what it writes goes through here:
 * the first error is kept, and the build says it in words when Eleventy has done.
 */
import fs from 'node:fs'
import { resolve, sep } from 'node:path'
import { codeOf } from '../files/error-code.ts'

export type PageWrites = {
  /** From now on errors below this folder are kept, instead of those of the build before. */
  expectIn: (folder: string) => void
  /** Why a file could not be written; null: all could. */
  fault: () => unknown
}

/** Changes `fs` as modules see it that import it whole, as Eleventy does. Our own import its functions by name. */
export function pageWrites(): PageWrites {
  let folder = ''
  let fault: unknown = null
  fs.writeFileSync = new Proxy(fs.writeFileSync, {
    apply: (write, self, args) => keepingFault(() => Reflect.apply(write, self, args), args[0]),
  })
  fs.mkdirSync = new Proxy(fs.mkdirSync, {
    apply: (make, self, args) => keepingFault(() => Reflect.apply(make, self, args), args[0]),
  })
  return {
    expectIn(wanted) {
      folder = resolve(wanted)
      fault = null
    },
    fault: () => fault,
  }

  function keepingFault<Result>(write: () => Result, path: unknown): Result | undefined {
    try {
      return write()
    } catch (error) {
      const isExpected = folder !== '' && `${resolve(String(path))}${sep}`.startsWith(`${folder}${sep}`)
      if (!isExpected || codeOf(error) === '') throw error
      fault ??= error
      return undefined
    }
  }
}
