/**
 * The search page's script. It needs of the page /search/ (templates/pages/site/search.11ty.tsx) exactly this:
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
 * <div id="search-help">ways in without script: years, networks, publishers, A–Z</div>
 *                                       shown always; the script hides it (`hidden`) while results are shown
 * <script type="module" src="{searchScript}"></script>                              on this page alone
 * ```
 *
 * Everything inside #search-facets and #search-results is made by the script; its styles are templates/assets/search.css
 * (class names begin with `search-`, `hit-`, `facet-`; it uses the custom properties of the main stylesheet with
 * fallbacks). The header's form of every page is plain HTML, `GET {prefix}search/?q=`, with
 * `<input type="search" name="q" id="site-search" aria-keyshortcuts="/">`.
 */
import { startPage } from './page/page.ts'

/** Set by the bundler: the name of the worker's script, which stands beside this one. */
declare const WORKER_FILE: string

startPage(new URL(WORKER_FILE, import.meta.url).href)
