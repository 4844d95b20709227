/** Eleventy does the build, and behaves as its documentation says. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyProject, type Run } from '../support/site/project-copy.ts'

const { top, at, read, run, bytesOf, remove } = copyProject([654])

/** `npx @11ty/eleventy ARGS`, without npx. */
const eleventy = (...args: string[]): Promise<Run> =>
  new Promise(done => {
    const command = [resolve('node_modules/@11ty/eleventy/cmd.cjs'), ...args]
    execFile(
      process.execPath,
      command,
      { cwd: top, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: Number.POSITIVE_INFINITY },
      (error, out, err) => done({ status: error === null ? 0 : Number(error.code), output: out + err }),
    )
  })

let built: Record<string, string>
beforeAll(async () => {
  expect(await run('build')).toMatchObject({ status: 0 })
  built = bytesOf('_site')
})
afterAll(remove)

describe('plain Eleventy', () => {
  test('is what npm run build runs', () => {
    expect(JSON.parse(read('package.json')).scripts.build).toBe('eleventy')
  })

  test('makes every file in another folder, from nothing, and does not take it for the site', async () => {
    for (const folder of ['.cache', 'content/updates']) rmSync(at(folder), { recursive: true })
    expect(await eleventy('--output=elsewhere')).toMatchObject({ status: 0 })
    expect(bytesOf('elsewhere')).toEqual(built)
    expect(bytesOf('_site')).toEqual(built)
    rmSync(at('elsewhere'), { recursive: true })
  })

  test('writes nothing where it is asked what it would write', async () => {
    const home = read('_site/index.html')
    rmSync(at('_site/index.html'))
    const asked = await eleventy('--to=json')
    expect(asked.status).toBe(0)
    expect(asked.output).toMatch(/^\[[\s\S]*"url": "\/updates\/654\/"/u)
    expect(existsSync(at('_site/index.html'))).toBe(false)
    writeFileSync(at('_site/index.html'), home)
    expect(bytesOf('_site')).toEqual(built)
  })
})

describe('what is added in .eleventy.ts', () => {
  const configuration = readFileSync('.eleventy.ts', 'utf8')
  const addingTo = (lines: string) =>
    writeFileSync(at('.eleventy.ts'), configuration.replace(/(?=\n {2}return )/u, `\n${lines}\n`))
  afterAll(async () => {
    writeFileSync(at('.eleventy.ts'), configuration)
    rmSync(at('plain.txt'))
    rmSync(at('templates/pages/plain.11ty.js'))
    await run('build')
    expect(bytesOf('_site')).toEqual(built)
  })

  test('works: a plug-in, a transform, a filter, a passthrough copy, a template, a handler', async () => {
    writeFileSync(at('plain.txt'), 'copied')
    writeFileSync(
      at('templates/pages/plain.11ty.js'),
      "export const data = { permalink: '/plain/' }\nexport function render() { return '<p>' + this.shout('a template') + '</p>' }\n",
    )
    addingTo(`
  config.addPlugin(plugged => { plugged.addTransform('mark', content => content + '<!-- transformed -->') })
  config.addFilter('shout', (text: string) => text.toUpperCase())
  config.addPassthroughCopy({ 'plain.txt': 'plain.txt' })
  config.on('eleventy.after', async ({ directories, results }: any) => {
    const { writeFileSync } = await import('node:fs')
    writeFileSync(directories.output + 'handled.txt', String(results.length))
  })`)
    const { status, output } = await run('build')
    expect(status, output).toBe(0)
    expect(read('_site/plain.txt')).toBe('copied')
    expect(read('_site/plain/index.html')).toContain('<p>A TEMPLATE</p>')
    for (const page of ['index.html', 'updates/654/index.html', 'plain/index.html'])
      expect(read(`_site/${page}`), page).toMatch(/<!-- transformed -->$/u)
    expect(Number(read('_site/handled.txt'))).toBeGreaterThan(100)
    const again = bytesOf('_site')
    expect(await run('build')).toMatchObject({ status: 0 })
    expect({ ...bytesOf('_site'), 'handled.txt': '' }).toEqual({ ...again, 'handled.txt': '' })
  })
})

describe('the last good site stays', () => {
  const footer = 'templates/parts/frame/site-footer.tsx'

  test('where a template throws among the pages', async () => {
    const good = read(footer)
    writeFileSync(at(footer), good.replace('{site.description}', '{(site as any).nothing.at.all}'))
    const { status, output } = await eleventy()
    writeFileSync(at(footer), good)
    expect(status).toBe(1)
    expect(output).toContain('site-footer.tsx')
    expect(output).toMatch(/the page \S+ cannot be made/u)
    expect(output).not.toMatch(/^(?:\[11ty\])?\s+at /mu)
    expect(bytesOf('_site')).toEqual(built)
  })

  test('if a build is killed at any point', async () => {
    const path = 'content/site.yaml'
    const good = read(path)
    writeFileSync(at(path), good.replace(/^title: .*$/mu, 'title: Another title'))
    const killed = spawn(process.execPath, [resolve('node_modules/@11ty/eleventy/cmd.cjs')], {
      cwd: top,
      stdio: 'ignore',
    })
    while (!existsSync(at('.cache/staged/updates')) && killed.exitCode === null)
      await new Promise(done => setTimeout(done, 5))
    killed.kill('SIGKILL')
    if (killed.exitCode === null && killed.signalCode === null) await once(killed, 'exit')
    expect(bytesOf('_site')).toEqual(built)
    writeFileSync(at(path), good)
    expect(await run('build')).toMatchObject({ status: 0 })
    expect(bytesOf('_site')).toEqual(built)
  })

  test('where the folder to stage in cannot be written to, as on a full disk', async () => {
    const staged = at('.cache/staged')
    rmSync(staged, { recursive: true, force: true })
    writeFileSync(staged, 'in the way')
    rmSync(at('.cache/manifest.json'))
    const { status, output } = await run('build')
    expect(status).toBe(1)
    expect(output).toContain('the site has not changed')
    expect(output).not.toContain('Wrote')
    expect(bytesOf('_site')).toEqual(built)
    rmSync(staged)
    expect(await run('build')).toMatchObject({ status: 0 })
    expect(bytesOf('_site')).toEqual(built)
  })
})

describe('nothing in .cache is trusted', () => {
  const files = () => Object.keys(bytesOf('.cache')).filter(file => !file.startsWith('staged'))
  const spoil: ((text: string) => string)[] = [
    () => '',
    () => '{}',
    text => text.slice(0, text.length / 2),
    text => text.replace(/\w{32}/u, 'f'.repeat(32)),
    () => '\u0000\u0001{"',
  ]

  test.each([0, 2])('files empty, cut off, of another version or garbage, dealt out from %i', async from => {
    expect(files().length).toBeGreaterThan(4)
    for (const [nth, file] of files().entries()) {
      const spoilt = spoil[(nth + from) % spoil.length]?.(read(join('.cache', file)))
      writeFileSync(at('.cache', file), spoilt ?? '')
    }
    const { status, output } = await run('build')
    expect(status, output).toBe(0)
    expect(bytesOf('_site')).toEqual(built)
  })

  test('nor that it is there', async () => {
    renameSync(at('.cache'), at('.cache.away'))
    expect(await run('build')).toMatchObject({ status: 0 })
    expect(bytesOf('_site')).toEqual(built)
    rmSync(at('.cache.away'), { recursive: true })
  })
})

test('a PATH_PREFIX that is not a path stops the build before it begins', async () => {
  const { status, output } = await run('build', { PATH_PREFIX: 'C:/Program Files/Git/preview/' })
  expect(status).toBe(1)
  expect(output).toContain('PATH_PREFIX is "C:/Program Files/Git/preview/", which is not a path.')
  expect(output).not.toMatch(/^\s+at /mu)
  expect(bytesOf('_site')).toEqual(built)
})
