/** The settings for hosts in docs/deploy/: alike in what they send, and tried under nginx where there is one. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headersFile } from '../../../src/publish/site-files/site-files.ts'
import { aSite } from '../../support/sample-updates.ts'

const headers = headersFile(aSite())
const settings = (name: string) => readFileSync(join('docs', 'deploy', name), 'utf8')

test.each(['nginx.conf', 'htaccess'])('%s sends what _headers sends on every page', name => {
  const [everywhere = ''] = headers.split('\n\n')
  const lines = [...everywhere.matchAll(/^ {2}(?<field>[\w-]+): (?<value>.*)$/gmu)]
  expect(lines.length).toBeGreaterThan(3)
  for (const { groups } of lines) {
    expect(settings(name)).toContain(`${groups?.field} "${groups?.value}"`)
  }
})

const hasNginx = (() => {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe.runIf(hasNginx)('under nginx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  let nginx: ChildProcess
  let address: string

  beforeAll(async () => {
    const site = join(folder, '_site')
    const put = (file: string, text: string) => {
      mkdirSync(dirname(join(site, file)), { recursive: true })
      writeFileSync(join(site, file), text)
    }
    for (const file of [
      'index.html',
      '404.html',
      'updates/656/index.html',
      'feed.xml',
      'feed.json',
      'topics/send/feed.xml',
    ])
      put(file, `${file} `.repeat(200))
    for (const file of [
      'calendar.ics',
      'data/updates.json',
      'data/publications.bib',
      'assets/site.0123.css',
      'pagefind/x.pf_meta',
    ])
      put(file, `${file} `.repeat(200))
    put('_headers', headers)
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    const server = settings('nginx.conf')
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('root /var/www/friday-update/_site;', `root ${site};`)
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      name => `${name}_temp_path ${folder}/${name};`,
    )
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log ${folder}/errors;\nevents {}\nhttp { access_log off; ${temporary.join(' ')}\n${server}\n}\n`,
    )
    nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
    // As root its workers are another user's.
    execFileSync('chmod', ['-R', 'a+rX', folder])
    while (!(await fetch(address).catch(() => null))?.ok) {
      if (nginx.exitCode !== null) throw new Error(readFileSync(join(folder, 'errors'), 'utf8'))
      await setTimeout(50)
    }
  })
  afterAll(() => {
    nginx.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/updates/656/', 200, 'text/html; charset=utf-8'],
    ['/nowhere/', 404, 'text/html; charset=utf-8'],
    ['/_headers', 404, 'text/html; charset=utf-8'],
    ['/feed.xml', 200, 'application/atom+xml; charset=utf-8'],
    ['/topics/send/feed.xml', 200, 'application/atom+xml; charset=utf-8'],
    ['/feed.json', 200, 'application/feed+json; charset=utf-8'],
    ['/calendar.ics', 200, 'text/calendar; charset=utf-8'],
    ['/data/updates.json', 200, 'application/json; charset=utf-8'],
    ['/data/publications.bib', 200, 'application/x-bibtex; charset=utf-8'],
    ['/pagefind/x.pf_meta', 200, 'application/octet-stream'],
  ])('%s: %i, %s', async (path, status, type) => {
    const answer = await fetch(address + path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type])
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  test('what is named for its content may be kept, data may be read by others, text is compressed', async () => {
    const css = await fetch(`${address}/assets/site.0123.css`)
    expect(css.headers.get('cache-control')).toContain('immutable')
    expect(css.headers.get('content-encoding')).toBe('gzip')
    const data = await fetch(`${address}/data/updates.json`)
    expect(data.headers.get('access-control-allow-origin')).toBe('*')
    expect(data.headers.get('cache-control')).not.toContain('immutable')
    expect((await fetch(address)).headers.get('access-control-allow-origin')).toBeNull()
  })
})

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      server.close(() => (typeof at === 'object' && at !== null ? resolve(at.port) : reject(new Error('no port'))))
    })
  })
