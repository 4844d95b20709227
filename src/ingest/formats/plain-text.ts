/** Plain text, with the addresses that are printed in it unwrapped. */
import { diagnose } from '../../diagnostics/diagnostic.ts'
import { cleanAddress } from '../../update/clean-address.ts'
import { decode } from '../decode.ts'
import { type Ingested, placeOfFile, type RawFile, refused } from '../ingested.ts'

type Text = { text: string; diagnostics: Ingested['diagnostics'] }

export function readText({ file, bytes }: RawFile): Ingested {
  const { text, diagnostics } = decode(bytes, file)
  return text === null ? refused(...diagnostics) : cleanedText({ text, diagnostics }, file)
}

/** Up to white space, a bracket or a quote, without the full stop of the sentence around it. */
const ADDRESS = /https?:\/\/[^\s<>"”“]+(?<![.,;:!?)\]’'])/giu

/** Says once for each file what was done to its addresses. */
export function cleanedText({ text, diagnostics }: Text, file: string): Ingested {
  let unwrapped = 0
  const dropped = new Set<string>()
  const clean = text.replace(ADDRESS, printed => {
    const found = cleanAddress(printed)
    if (found.unwrapped) unwrapped += 1
    for (const name of found.dropped) dropped.add(name)
    return found.address
  })
  if (unwrapped + dropped.size === 0) return { text, links: [], origin: null, diagnostics }
  const diagnostic = diagnose('cleaned-addresses', placeOfFile(file), { unwrapped, dropped: [...dropped] })
  return { text: clean, links: [], origin: null, diagnostics: [...diagnostics, diagnostic] }
}
