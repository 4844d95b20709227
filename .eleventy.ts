/** Wiring only: Eleventy renders `templates/pages/*.11ty.tsx`; `scripts/build/` tells it which pages, and what is in them. */
import type UserConfig from '@11ty/eleventy/UserConfig'

export default function configure(config: UserConfig) {
  // `key` keeps Eleventy's own handling of JavaScript templates, with their `data` and `render`.
  config.addExtension(['11ty.ts', '11ty.tsx'], { key: '11ty.js' })
  config.addTemplateFormats(['11ty.ts', '11ty.tsx'])

  // `definePage` paginates over nothing but what the build lends it. The archive itself stays out of the data cascade,
  // which is merged for every page.
  config.addGlobalData('addresses', [])
  config.setUseGitIgnore(false)

  return { templateFormats: ['11ty.ts', '11ty.tsx'], markdownTemplateEngine: false, htmlTemplateEngine: false }
}
