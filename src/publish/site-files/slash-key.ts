/**
 * "/" moves to the search box on every page. Only the search page loads a script, so this one is inline: no request, and a
 * few dozen bytes when compressed. The content security policy allows it by its hash (`headersFile`).
 */
/** The key in localStorage: "off" if the reader has turned the shortcut off, on the search page. */
export const slashChoiceKey = 'slash'

/**
 * The text of an inline `<script>`, without `<`, `&` and `"`, so that templates can write it as text. The box is the page's
 * own (`#search-query`) or the header's (`#site-search`). A plain string, with `slashChoiceKey` written out, so that bundles
 * that do not use it leave it out.
 */
export const slashKeyScript = `addEventListener('keydown',function(e){try{if(e.key!='/'||e.ctrlKey||e.metaKey||e.altKey||localStorage.slash=='off'||e.target.closest('input,textarea,select,[contenteditable]'))return;var b=document.getElementById('search-query')||document.getElementById('site-search');if(b){e.preventDefault();b.focus();b.select()}}catch(x){}})`
