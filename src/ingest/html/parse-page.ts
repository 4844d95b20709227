/** HTML of any quality → its document. */
import { type Document, DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'

/** Real pages are some 30 elements deep, mails inside mails 200. */
const DEEPEST = 2000

/** Throws a RangeError where elements are nested deeper than in any page: the parser's time grows with the square of it. */
export function parsePage(html: string): Document {
  const handler = new DomHandler()
  let depth = 0
  const parser = new Parser({
    onparserinit: parser => handler.onparserinit(parser),
    onreset: () => handler.onreset(),
    onend: () => handler.onend(),
    onerror: error => handler.onerror(error),
    ontext: data => handler.ontext(data),
    oncomment: data => handler.oncomment(data),
    oncommentend: () => handler.oncommentend(),
    onopentag(name, attributes) {
      depth += 1
      if (depth > DEEPEST) throw new RangeError('elements are nested too deep')
      handler.onopentag(name, attributes)
    },
    onclosetag() {
      depth -= 1
      handler.onclosetag()
    },
    onprocessinginstruction: (name, data) => handler.onprocessinginstruction(name, data),
  })
  parser.end(html)
  return handler.root
}
