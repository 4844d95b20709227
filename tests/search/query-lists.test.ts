/** Two lists of what people type: whether the search finds what they mean, and gives no wrong correction. */
import { expect, test, vi } from 'vitest'
import { type Answered, queryAnswers } from '../support/search/query-answers.ts'

const lists = await queryAnswers()
vi.unstubAllGlobals()

test.each(Object.entries(lists))('the %s list finds what people mean', (name, answered) => {
  const results = answered.map(resultOf)
  const found = (most: number) => results.filter(({ place }) => place >= 0 && place < most).length / results.length
  const empty = results.filter(({ isEmpty }) => isEmpty)
  const wrong = results.filter(result => result.wrong !== null)
  console.log(
    `the ${name} list: ${results.length} queries, success@1 ${percent(found(1))}, @3 ${percent(found(3))}, ` +
      `empty ${empty.length}, wrong corrections ${wrong.length}`,
  )
  for (const { need, query, place, wrong } of results)
    if (place !== 0 || wrong !== null) console.log(`  ${need} «${query}»: hit ${place + 1 || 'none'} ${wrong ?? ''}`)
  expect(results.length).toBeGreaterThanOrEqual(120)
  expect(found(1)).toBeGreaterThanOrEqual(0.95)
  expect(found(3)).toBeGreaterThanOrEqual(0.99)
  expect({ empty, wrong }).toEqual({ empty: [], wrong: [] })
})

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

function resultOf({ query, answer }: Answered) {
  const corrected = answer.finding.corrections.find(({ isSearched }) => isSearched)
  return {
    ...query,
    place: answer.hits.findIndex(({ address }) => isMeant(address, query.finds)),
    isEmpty: answer.hits.length === 0,
    wrong: corrected !== undefined && query.need !== 'typo' ? corrected.instead : null,
  }
}

/** An update is meant as a whole where nothing of it is named. */
function isMeant(address: string, finds: string): boolean {
  if (/^\/updates\/\d+\/$/u.test(finds)) return address === finds
  // A publication has a page of its own, and its line in the list of its year.
  const flat = (text: string) => text.replace('/#', '/')
  return flat(address).includes(flat(finds))
}
