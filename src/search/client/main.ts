/**
 * The search page's script. It needs exactly these elements on the page (templates/pages/site/search.11ty.tsx):
 *
 * ```html
 * <form role="search" id="search-form" action="{prefix}search/" method="get">      the page's own box; works without script
 *   <label for="search-query">Search the archive</label>
 *   <input id="search-query" type="search" name="q" autocomplete="off" …>
 *   <button type="submit">Search</button>
 * </form>
 * <p id="search-hint">one line about the query language</p>                         static text, stays as it is
 * <p role="status" id="search-status"></p>                                          empty; the script writes it
 * <div id="search-page" data-root="{prefix}" data-index="{prefix}pagefind/">        "/" or "/archive/", with slashes at both ends
 *   <div id="search-facets"></div>                                                  empty; the script fills it
 *   <div id="search-results"></div>                                                 empty; the script fills it
 * </div>
 * <div id="search-help">ways to browse without script: years, networks, publishers, A–Z</div>
 *                                       shown always; the script hides it (`hidden`) while results are shown
 * <script type="module" src="{searchScript}"></script>                              on this page only
 * ```
 *
 * The script makes everything inside #search-facets and #search-results, styled by templates/assets/search.css (class
 * names begin with `search-`, `hit-` or `facet-`; it uses the main stylesheet's custom properties, with fallbacks). The
 * form in every page's header is plain HTML, `GET {prefix}search/?q=`, with
 * `<input type="search" name="q" id="site-search" aria-keyshortcuts="/">`.
 */
import { startPage } from './page/page.ts'

/** Set by the bundler: the file name of the worker's script, in the same folder as this one. */
declare const WORKER_FILE: string

startPage(new URL(WORKER_FILE, import.meta.url).href)
