import { addressOf } from '../../../src/publish/addresses.ts'
import type { UpdateRange } from '../../lines.ts'
import { A } from '../../site-context.tsx'

/** "in Update 654", "in Updates 654 and 656", "in 12 updates, 654 to 681". */
export function UpdateSpan({ span: { count, first, last } }: { span: UpdateRange }) {
  const link = (number: number) => <A to={addressOf.update(number)}>{number}</A>
  if (count === 1) return <>in Update {link(first)}</>
  if (count === 2)
    return (
      <>
        in Updates {link(first)} and {link(last)}
      </>
    )
  return (
    <>
      in {count} updates, {link(first)} to {link(last)}
    </>
  )
}
