/** Announces a table to the panel that it stands in: nothing to see, numbers to save. */
import { useSavableTable } from "./savables.ts"
import type { Table } from "./table.ts"

interface SavableTableProps {
  readonly name: string
  /** Begins the file's name. */
  readonly stem: string
  readonly table: () => Table
}

export function SavableTable({ name, stem, table }: SavableTableProps) {
  useSavableTable(name, stem, table)
  return null
}
