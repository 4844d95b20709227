/** CSV files as lists of columns: the table, its description and its schema follow from the same list. */
import { csv, listed } from '../csv.ts'

/** One column: what it is called, what it holds, and how it follows from a record. */
export type Column<Of> = {
  name: string
  /** `list`: several values in one cell, parted by "; ". */
  type: 'string' | 'integer' | 'date' | 'list'
  holds: string
  cell: (one: Of) => string | number | null | readonly (string | number)[]
}

/** One row for each record, in their order. */
export function csvOf<Of>(columns: readonly Column<Of>[], ones: Iterable<Of>): string {
  const rows = Array.from(ones, one =>
    columns.map(({ cell }) => {
      const value = cell(one)
      return typeof value === 'object' && value !== null ? listed(value) : value
    }),
  )
  return csv({ columns: columns.map(({ name }) => name), rows })
}

/** The description of a column. */
export type Field = Pick<Column<never>, 'name' | 'type' | 'holds'>

export const fieldsOf = <Of>(columns: readonly Column<Of>[]): Field[] =>
  columns.map(({ name, type, holds }) => ({ name, type, holds }))
