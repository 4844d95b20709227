/**
 * Opens the groups of a long list where the screen is wide. A closed group spares a phone 30 screens; on a desk the whole
 * year is easier to read. It runs before the page is painted, so nothing jumps. The content security policy allows it by its
 * hash (`headersFile`). The width is the one at which templates/assets/records.css puts the side column beside the list.
 *
 * The text of an inline `<script>`, without `<`, `&` and `"`, so that templates can write it as text.
 */
export const unfoldScript = `if(matchMedia('(min-width:60rem)').matches)document.querySelectorAll('details.group').forEach(function(d){d.open=true})`
