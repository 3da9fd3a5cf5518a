/** For whom another policy changes what: a row a cohort, of one figure at a time. */
import { SegmentedControl } from "@mantine/core"
import { useState } from "react"
import { SavableTable } from "../../../export/SavableTable.tsx"
import { useT } from "../../../i18n/index.ts"
import { usePlace } from "../../../state/location.ts"
import { useCohortNames } from "../CohortChoice.tsx"
import { CohortHead, KindChoice } from "../CohortHead.tsx"
import { DifferenceCells, DifferenceHeads } from "./DifferenceCells.tsx"
import type { DifferencesProps } from "./DifferenceTable.tsx"
import { savedCells, savedColumns } from "./saved-cells.ts"
import { COHORT_FIGURES, type CohortFigure } from "./words.ts"

export function CohortDifferences({ comparison: { cohorts }, name }: DifferencesProps) {
  const t = useT()
  const { cohorts: kind } = usePlace()
  const [figure, setFigure] = useState<CohortFigure>("actedOn")
  const rows = (cohorts.find((one) => one.kind === kind)?.rows ?? []).filter(
    (row) => !Number.isNaN(row[figure].a.value),
  )
  const names = useCohortNames()
  const named = (cohort: string) => names(kind, cohort)
  return (
    <section aria-label={t("versus.cohorts")} className="versus-cohorts">
      <div className="versus-cohorts-head">
        <h3>{t("versus.cohorts")}</h3>
        <SegmentedControl
          size="xs"
          aria-label={t("versus.cohorts.figure")}
          value={figure}
          onChange={setFigure}
          data={COHORT_FIGURES.map((value) => ({ value, label: t(`versus.${value}`) }))}
        />
        <KindChoice kind={kind} />
      </div>
      <SavableTable
        name={t("versus.cohorts")}
        stem={`against-policy-${kind}`}
        table={() => ({
          columns: [t(`cohorts.kind.${kind}`), t("versus.figure"), ...savedColumns(t, name)],
          rows: (cohorts.find((one) => one.kind === kind)?.rows ?? []).flatMap((row) =>
            COHORT_FIGURES.map((one) => [
              named(row.name),
              t(`versus.${one}`),
              ...savedCells(t, row[one], row.isTooSmall),
            ]),
          ),
        })}
      />
      <table className="data" data-testid="versus-cohorts">
        <thead>
          <tr>
            <th scope="col">{t(`cohorts.kind.${kind}`)}</th>
            <DifferenceHeads name={name} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <CohortHead kind={kind} row={row} />
              <DifferenceCells figure={figure} paired={row[figure]} isTooSmall={row.isTooSmall} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
