/** Which files of content/raw are read as updates, and which are passed over and why. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'

export type RawFiles = {
  /** Paths below the folder, with "/": "2024/656.txt". In the order a person would list them. */
  names: string[]
  /** A warning for each file or folder that is passed over. */
  diagnostics: Diagnostic[]
}

/** What an editor calls the folder of the texts that are published. */
export const RAW = 'content/raw'

type Entry = { name: string; path: string }
type FileVerdict = { file: Entry } | { passedOver: Entry; because: string }

/** Every file below `folder`, links followed; `shownAs` is what an editor calls it. What only tidies a repository (".gitkeep"), and the parts of a saved web page, go without saying. */
export function rawFiles(folder: string, shownAs = RAW): RawFiles {
  const found = existsSync(folder) ? Array.from(filesBelow(folder, '', [realpathSync(folder)])) : []
  return {
    names: found.flatMap(one => ('file' in one ? [one.file.name] : [])).sort(byNumber),
    diagnostics: found.flatMap(one =>
      'file' in one ? [] : [passedOver(`${shownAs}/${one.passedOver.name}`, one.because)],
    ),
  }
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare

/** `parents`: the real folders above, so that a link to one of them is not followed for ever. */
function* filesBelow(folder: string, above: string, parents: readonly string[]): Generator<FileVerdict> {
  const bases = readdirSync(folder).sort(byNumber)
  for (const base of bases) {
    const entry = { name: above + base, path: join(folder, base) }
    const because = reasonToPassOver(base)
    if (because === 'repository file' || isPartsOfPage(base, bases)) continue
    const target = because === null ? targetOf(entry.path) : null
    if (because !== null) yield { passedOver: entry, because }
    else if (target === null) yield { passedOver: entry, because: 'it is a link to something that is not there' }
    else if (target.kind === 'file') yield { file: entry }
    else if (target.kind === 'other') yield { passedOver: entry, because: 'it is a pipe or a device, not a file' }
    else if (parents.includes(target.path)) yield { passedOver: entry, because: 'it is a link to a folder around it' }
    else yield* filesBelow(entry.path, `${entry.name}/`, [...parents, target.path])
  }
}

/** "Update 654_files", which a browser saves beside "Update 654.html": its pictures and styles. */
const isPartsOfPage = (base: string, beside: readonly string[]): boolean =>
  base.endsWith('_files') && ['.html', '.htm'].some(ending => beside.includes(base.replace(/_files$/u, ending)))

type Target = { path: string; kind: 'file' | 'folder' | 'other' }

function targetOf(path: string): Target | null {
  try {
    const found = statSync(path)
    // Reading a pipe waits until someone writes to it.
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
    return { path: realpathSync(path), kind }
  } catch {
    return null
  }
}

/** Files that a system or another program leaves beside the updates, by their names. */
const reasons: { name: RegExp; because: string }[] = [
  { name: /^\.git(?:keep|ignore|attributes)$/u, because: 'repository file' },
  { name: /[\r\n]/u, because: 'its name has a line break in it' },
  {
    name: /^(?:\.DS_Store|\._.*|thumbs\.db|desktop\.ini)$/iu,
    because: 'the computer made it, and it is not an update',
  },
  { name: /^[.#]/u, because: 'its name begins with "." or "#", as hidden and unfinished files do' },
  {
    name: /\.(?:png|jpe?g|gif|webp|svg|ico|css|js|woff2?)$/iu,
    because: 'it is a picture or a part of a web page, not an update',
  },
  { name: /^~|~$|\.(?:part|tmp|crdownload|swp)$/iu, because: 'its name says that a program is still writing it' },
]
const reasonToPassOver = (name: string): string | null =>
  reasons.find(reason => reason.name.test(name))?.because ?? null

function passedOver(name: string, because: string): Diagnostic {
  const at = { file: name.replace(/[\r\n]+/gu, '⏎'), line: 1, column: 1, length: 1, source: null }
  return diagnose('raw-passed-over', at, { because })
}
