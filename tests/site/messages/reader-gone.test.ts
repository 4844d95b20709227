/** `npm run build | head`: whoever reads the output may stop before it ends. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { commandOf, copyProject } from '../../support/site/project-copy.ts'

const copy = copyProject([681])
afterAll(copy.remove)

/** The exit status of a command whose output no one reads. */
async function statusUnread(script: string): Promise<number | null> {
  const command = spawn(process.execPath, commandOf(script), { cwd: copy.top })
  command.stdout.destroy()
  command.stderr.destroy()
  await once(command, 'exit')
  return command.exitCode
}

test.each(['build', 'import'])('npm run %s goes on to its end, and ends', async script => {
  expect(await statusUnread(script)).toBe(0)
  if (script === 'build') expect(existsSync(copy.at('_site/updates/681/index.html'))).toBe(true)
})
