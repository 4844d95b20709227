/** An error of a library or of the disk, as an editor reads it: what happened, where, and what to do; never a stack. */
import { placeInProgram } from '../../templates/page-fault.ts'
import { LockHeld } from './lock.ts'

/** One or two lines. Paths below `root` are shortened. */
export function faultText(error: unknown, root: string): string {
  if (error instanceof LockHeld) return error.message
  const what = error instanceof Error ? error.message : String(error)
  const lines = [diskFault(error) ?? styleFault(error) ?? `${what}${where(error)}\n${REPORT}`]
  return lines.join('\n').replaceAll(`${root}/`, '').replaceAll(`${root}\\`, '')
}

/** For a command: says in words what went wrong, and ends it with status 1; output cut short, as by `| head`, is not a fault. */
export function endOnFault(root: string): void {
  goOnUnread()
  process.on('uncaughtException', error => {
    console.error(faultText(error, root))
    process.exit(1)
  })
}

/** Goes on when no one reads the output any more. Otherwise Eleventy reports for ever that it cannot print. */
export function goOnUnread(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
}

const REPORT =
  'Try again. If it happens again, delete the folder .cache and try once more; if that does not help, please report this message.'

function where(error: unknown): string {
  const place = placeInProgram(error)
  return place === null ? '' : ` (${place})`
}

function diskFault(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'a file'
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full\nMake some room on it, then try again.'
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read or written\nClose the programs that have it open, and check that you may change it.`
    case 'EROFS':
      return `${path} cannot be written: the disk is read-only\nMake it writable or copy the project elsewhere, then try again.`
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EISDIR':
      return `${path} is in the way: where there should be a folder there is a file, or the other way round\nMove it elsewhere, then try again.`
    case 'ENOENT':
      // Node's code for a folder that cannot be made because the disk is read-only.
      return 'syscall' in error && error.syscall === 'mkdir'
        ? `${path} cannot be made: the disk may be read-only\nMake it writable or copy the project elsewhere, then try again.`
        : null
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open\nClose some programs, then try again.'
    default:
      return null
  }
}

/** Of lightningcss: a mistake in a stylesheet. */
function styleFault(error: unknown): string | null {
  if (!(error instanceof Error) || !('fileName' in error) || !('loc' in error)) return null
  const { line, column } = Object(error.loc)
  return `${error.fileName}:${line}:${column}: ${error.message}\nCorrect the stylesheet there, then build again.`
}
