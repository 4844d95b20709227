/**
 * The newsletter's old site had posts at `?p=8851`, and no file can have such a name. Static hosts answer with the home
 * page, which sends the visitor to the "Page not found" page. That page lists the posts that site.yaml names, and opens the
 * right one. The scripts are inline, like `slashKeyScript`, and without `<`, `&` and `"` too.
 */

/** Goes on the home page. */
export const toOldPostsScript = `if(/^.p=[0-9]+$/.test(location.search))location.replace('404.html'+location.search)`

/** Goes after the list on the "Page not found" page, whose entries have the ids from `oldPostAnchor`. */
export const oldPostScript = `{let p=new URLSearchParams(location.search).get('p'),a=p?document.querySelector('#p-'+parseInt(p,10)+' a'):null;if(a)location.replace(a.href)}`

export const oldPostAnchor = (post: string): string => `p-${post}`
