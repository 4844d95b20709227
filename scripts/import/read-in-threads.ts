/** Reading many raw texts with every processor: parsing is the longest part of a first import. */
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { type RawFile, type Read, readRaw } from './read-raw.ts'

/** A thread is worth its start, for which it loads the parser, from about so many texts on. */
const enoughForAThread = 100
const perBatch = 10

/** Answers in the order of the files. This thread reads as well; each takes the next batch when it is done with one. */
export async function readInThreads(files: readonly RawFile[]): Promise<Read[]> {
  const threads = Math.min(availableParallelism() - 1, Math.floor(files.length / enoughForAThread))
  const read: Read[] = new Array(files.length)
  let next = 0
  const take = (): { from: number; batch: readonly RawFile[] } | null => {
    if (next >= files.length) return null
    const from = next
    next += perBatch
    return { from, batch: files.slice(from, next) }
  }
  const keep = (from: number, some: readonly Read[]) => {
    for (const [at, one] of some.entries()) read[from + at] = one
  }
  const readHere = async () => {
    for (let work = take(); work !== null; work = take()) {
      keep(
        work.from,
        work.batch.map(file => readRaw(file, parseUpdate)),
      )
      await setImmediate()
    }
  }
  await Promise.all([readHere(), ...Array.from({ length: threads }, () => readElsewhere(take, keep))])
  return read
}

type Take = () => { from: number; batch: readonly RawFile[] } | null

/** Resolves when a thread of its own has read all that it could take; rejects with what went wrong in it. */
function readElsewhere(take: Take, keep: (from: number, read: readonly Read[]) => void): Promise<void> {
  return new Promise((done, failed) => {
    const thread = new Worker(new URL('./reading-thread.js', import.meta.url))
    let asked = 0
    const ask = () => {
      const work = take()
      if (work === null) return
      asked += 1
      thread.postMessage({ from: work.from, files: work.batch })
    }
    thread.on('error', failed)
    thread.on('message', ({ from, read }: { from: number; read: Read[] }) => {
      keep(from, read)
      asked -= 1
      ask()
      if (asked === 0) void thread.terminate().then(() => done())
    })
    thread.on('online', () => {
      // One batch lies ready while the other is read.
      ask()
      ask()
      if (asked === 0) void thread.terminate().then(() => done())
    })
  })
}
