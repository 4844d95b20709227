/** One thread of `readInThreads`: answers each batch of raw files with what they say. */
import { parentPort } from 'node:worker_threads'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { type RawFile, type Read, readRaw } from './read-raw.ts'

parentPort?.on('message', ({ from, files }: { from: number; files: RawFile[] }) => {
  const read: Read[] = files.map(file => readRaw(file, parseUpdate))
  parentPort?.postMessage({ from, read })
})
