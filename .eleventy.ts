/**
 * The site, as Eleventy knows it: the content is read before, page files are templates, everything else is made after.
 * Wiring only: `src/site/` does the work. Plug-ins, filters and transforms go in here, as Eleventy's documentation says.
 */
import type UserConfig from '@11ty/eleventy/UserConfig'
import { eleventyBuild } from './src/site/eleventy-build.ts'

export default function configure(config: UserConfig & Logging) {
  const build = eleventyBuild(process.cwd(), process.env)
  config.setInputDirectory('templates/pages')
  // Eleventy writes beside the site, which is replaced once all of it is there. `--output` sets another folder.
  config.setOutputDirectory(build.staged)
  config.addTemplateFormats('11ty.tsx')
  config.addExtension('11ty.tsx', { key: '11ty.js' })
  config.addGlobalData('rendering', () => build.rendering)
  config.on('eleventy.beforeWatch', build.changed)
  config.on('eleventy.before', async ({ directories, outputMode }: Begun) => {
    await build.begin({ output: directories.output, outputMode })
    // Last of all, after whatever a plug-in does to the pages.
    if (!isWired) config.on('eleventy.after', end)
    isWired = true
  })
  let isWired = false
  const end = async () => {
    await build.end()
    // Or it says that it wrote pages, which are not part of the site.
    if (build.hasFailed()) config.logger.overrideLogger(false)
  }
  config.setEventEmitterMode('sequential')
  config.setQuietMode(true)
  config.addWatchTarget('content/')
  config.watchIgnores?.add('content/updates/.imported/**')
  config.setWatchJavaScriptDependencies(false)
  config.setServerOptions(build.serverOptions)
  return { pathPrefix: build.pathPrefix }
}

/** Eleventy's types leave it out. */
type Logging = { logger: { overrideLogger: (logger: false) => void } }
type Begun = { directories: { output: string }; outputMode: string }
