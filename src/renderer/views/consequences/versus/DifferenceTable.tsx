/** What another policy changes in all: a row a figure, as `assay consequences --against` prints them. */
import type { ConsequencesComparison } from "../../../../core/policy/follow/index.ts"
import { SavableTable } from "../../../export/SavableTable.tsx"
import { useT } from "../../../i18n/index.ts"
import { DifferenceCells, DifferenceHeads } from "./DifferenceCells.tsx"
import { savedCells, savedColumns } from "./saved-cells.ts"

export interface DifferencesProps {
  readonly comparison: ConsequencesComparison
  /** Of the other policy. */
  readonly name: string
}

export function DifferenceTable({ comparison: { differences }, name }: DifferencesProps) {
  const t = useT()
  return (
    <>
      <SavableTable
        name={t("versus.title")}
        stem="against-policy"
        table={() => ({
          columns: [t("versus.figure"), ...savedColumns(t, name)],
          rows: differences.map((one) => [t(`versus.${one.figure}`), ...savedCells(t, one)]),
        })}
      />
      <table className="data" data-testid="versus-table">
        <thead>
          <tr>
            <th scope="col">{t("versus.figure")}</th>
            <DifferenceHeads name={name} />
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <tr key={one.figure} data-testid={`versus-${one.figure}`}>
              <th scope="row">{t(`versus.${one.figure}`)}</th>
              <DifferenceCells figure={one.figure} paired={one} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
