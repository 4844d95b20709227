import { codeOf } from './error-code.ts'

/** Whether a process of this machine has not ended. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // The process of another user.
    return codeOf(error) === 'EPERM'
  }
}
