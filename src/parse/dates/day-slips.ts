/** Slips in days wherever they are printed, in prose too: "13 Ocotber", "33 October", "Firday 7 November". */
import { distance } from 'fastest-levenshtein'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { calendarDay, monthNames, weekdayNames } from '../../update/calendar-day.ts'
import { type Line, placeOf } from '../text/lines.ts'
import { findDays, type PrintedDay } from './days.ts'

export const daySlips = (lines: readonly Line[]): Diagnostic[] =>
  lines.flatMap(line => findDays(line.text).flatMap(day => slipsIn(line, day)))

function slipsIn(line: Line, day: PrintedDay): Diagnostic[] {
  const printed = line.text.slice(day.index, day.index + day.length).trim()
  const month = monthNames[day.month - 1] ?? ''
  const weekday = misspeltWeekday(line.text.slice(0, day.index))
  return [
    ...(day.slip === null
      ? []
      : [diagnose('misspelt-month', placeOf(line, day.slip), { word: day.slip, nearest: [month] })]),
    ...(weekday === null ? [] : [diagnose('misspelt-weekday', placeOf(line, weekday.word), weekday)]),
    // 29 February is a day of some years; where a year is printed, whatever reads the day has looked.
    ...(calendarDay(2024, day.month, day.day) === null
      ? [diagnose('impossible-day', placeOf(line, printed), { printed })]
      : []),
  ]
}

const lastWord = /(?<word>\p{Lu}\p{Ll}{4,9})[.,]?\s+(?:the\s+)?$/u

/** The word right before a day that is no weekday, but nearly one. */
function misspeltWeekday(before: string): { word: string; nearest: string } | null {
  const word = lastWord.exec(before.slice(-20))?.groups?.word
  if (word === undefined || weekdayNames.some(name => name === word || `${name}s` === word)) return null
  const nearest = weekdayNames.find(name => name[0] === word[0] && isSlip(word, name))
  return nearest === undefined ? null : { word, nearest }
}

/** One letter off, letters in another order, or up to two left out: "Fryday", "Firday", "Wensday". */
function isSlip(word: string, name: string): boolean {
  if (distance(word, name) === 1 || sortedLetters(word) === sortedLetters(name)) return true
  const inOrder = new RegExp([...word].join('.*'), 'u')
  return word.length >= name.length - 2 && word.endsWith('day') && inOrder.test(name)
}

const sortedLetters = (word: string): string => [...word].sort().join('')
