/**
 * Loaded before a program that is measured: a process that it started and stopped, as a build does with Pagefind,
 * is waited for. Only then does the system count its processor time as the program's.
 */
import { subscribe } from 'node:diagnostics_channel'

const started = []
subscribe('child_process', ({ process: child }) => started.push(child))

process.on('beforeExit', () => {
  const isEnding = child => child.killed && child.exitCode === null && child.signalCode === null
  if (started.some(isEnding)) setTimeout(() => {}, 5)
})
