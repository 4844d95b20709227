/**
 * The parts of a zip file that are asked for, and a zip file made of parts. A .docx is one; here it is opened with a limit on
 * what comes out, because a small file can unpack to gigabytes, whatever its table of contents says.
 */
import { crc32, inflateRawSync } from 'node:zlib'

/** Thrown where a file is no whole zip, or unpacks to more than it may. */
export class ZipFault extends Error {
  readonly reason: 'damaged' | 'too large'
  constructor(reason: 'damaged' | 'too large') {
    super(reason)
    this.reason = reason
  }
}

/** By name. `wanted` chooses by name; `most` is the limit in bytes for all of them together. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, most: number): Map<string, Buffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = new Map<string, Buffer>()
  let left = most
  for (const entry of entriesOf(file)) {
    if (!wanted(entry.name)) continue
    const part = contentOf(file, entry, left)
    left -= part.length
    parts.set(entry.name, part)
  }
  return parts
}

type Entry = { name: string; method: number; packed: number; at: number }

/** The table of contents, at the end of the file. */
function* entriesOf(file: Buffer): Generator<Entry> {
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end === -1 || end + 22 > file.length) throw new ZipFault('damaged')
  let at = file.readUInt32LE(end + 16)
  for (let count = file.readUInt16LE(end + 10); count > 0; count--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new ZipFault('damaged')
    const nameLength = file.readUInt16LE(at + 28)
    yield {
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
}

function contentOf(file: Buffer, { method, packed, at }: Entry, most: number): Buffer {
  if (at + 30 > file.length || file.readUInt32LE(at) !== 0x04034b50) throw new ZipFault('damaged')
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  const content = file.subarray(start, start + packed)
  if (content.length < packed || (method !== 0 && method !== 8)) throw new ZipFault('damaged')
  if (method === 0 && content.length > most) throw new ZipFault('too large')
  if (method === 0) return content
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipFault(isTooLarge ? 'too large' : 'damaged')
  }
}

/** Parts as they are, not packed. */
export function zipped(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const bodies: Buffer[] = []
  const table: Buffer[] = []
  let at = 0
  for (const [name, content] of parts) {
    const label = Buffer.from(name, 'utf8')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(label.length, 22)
    bodies.push(Buffer.from('PK\u0003\u0004', 'latin1'), facts, label, Buffer.from(content))
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    table.push(Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), facts, tail, label)
    at += 30 + label.length + content.length
  }
  const contents = Buffer.concat(table)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, contents, end])
}
