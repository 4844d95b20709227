/**
 * "/" goes to the search box, on every page, though no page but the search page loads a script. So this stands inline:
 * no request, no wait, a few dozen bytes once compressed. The content security policy names it by its
 * hash (`headersFile`).
 */
/** localStorage: "off" where the reader does not want single-key shortcuts. The search page has the choice. */
export const slashChoiceKey = 'slash'

/**
 * The text of an inline `<script>`. It holds none of `<`, `&` and `"`, so that a template may print it as text. The box
 * is the page's own (`#search-query`) or the header's (`#site-search`). Written out whole, `slashChoiceKey` too, so that a
 * bundle that has no use for it leaves it out.
 */
export const slashKeyScript = `addEventListener('keydown',function(e){try{if(e.key!='/'||e.ctrlKey||e.metaKey||e.altKey||localStorage.slash=='off'||e.target.closest('input,textarea,select,[contenteditable]'))return;var b=document.getElementById('search-query')||document.getElementById('site-search');if(b){e.preventDefault();b.focus();b.select()}}catch(x){}})`
