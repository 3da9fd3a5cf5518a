/** What all that is saved of a part of the page rests on, beyond the run: said below pictures, and in columns of tables. */
import { createContext } from "react"
import type { Cell, Table } from "./table.ts"

export interface Basis {
  /** Below a picture, a paragraph each. */
  readonly lines: readonly string[]
  /** After a table's own, the same value in each row. */
  readonly columns: readonly { readonly name: string; readonly value: Cell }[]
}

export const BasisContext = createContext<Basis>({ lines: [], columns: [] })

export const withBasis = ({ columns, rows }: Table, basis: Basis): Table => ({
  columns: [...columns, ...basis.columns.map(({ name }) => name)],
  rows: rows.map((row) => [...row, ...basis.columns.map(({ value }) => value)]),
})
