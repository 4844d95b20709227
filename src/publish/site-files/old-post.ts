/**
 * `?p=8851`, as the newsletter's old site addressed its posts: no file can have such a name. Where site.yaml says which
 * update was which post, the missing page lists them and goes on by itself; a host of files answers `/?p=8851` with the home
 * page, which sends such a visitor there. Inline, as `slashKeyScript` is, and like it without `<`, `&` and `"`.
 */

/** For the home page. */
export const toOldPostsScript = `if(/^.p=[0-9]+$/.test(location.search))location.replace('404.html'+location.search)`

/** For the end of the missing page's list, whose entries have the ids that `oldPostAnchor` gives. */
export const oldPostScript = `{let p=new URLSearchParams(location.search).get('p'),a=p?document.querySelector('#p-'+parseInt(p,10)+' a'):null;if(a)location.replace(a.href)}`

export const oldPostAnchor = (post: string): string => `p-${post}`
