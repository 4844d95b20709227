/**
 * Loaded before a program that is measured: a process that it has started and told to end, as a build does with Pagefind,
 * is waited for. Only then does the system count its work as that of the program.
 */
import { subscribe } from 'node:diagnostics_channel'

const started = []
subscribe('child_process', ({ process: child }) => started.push(child))

process.on('beforeExit', () => {
  const isEnding = child => child.killed && child.exitCode === null && child.signalCode === null
  if (started.some(isEnding)) setTimeout(() => {}, 5)
})
