/** Tests of the gate, one a row: before and after, the difference against the band of what does not matter, and what it says. */
import type { GateRow } from "../../../api/contract.ts"
import { isSignificant } from "../../../core/evaluation/index.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { pText } from "../compare/CohortDifferences.tsx"
import { ForestBar } from "../compare/ForestBar.tsx"
import { reachOf } from "../detectors/difference.ts"
import { Outcome } from "./Outcome.tsx"
import { cohortText, differenceText, intervalText, mattersText, settleText, valueText } from "./words.ts"

interface RowTableProps {
  readonly rows: readonly GateRow[]
  /** Adjusted p-values at or below it are significant. */
  readonly rate: number
  readonly testId: string
}

/** Half of the axis, in units of what matters: at least, so that the band can be seen for one; at most, so that one cohort of a few accounts does not flatten all others. */
const LEAST_REACH = 2
const MOST_REACH = 12

export function RowTable({ rows, rate, testId }: RowTableProps) {
  const t = useT()
  const ofCohorts = rows.some(({ cohort }) => cohort !== null)
  const reach = Math.min(
    MOST_REACH,
    Math.max(
      LEAST_REACH,
      reachOf(
        rows.map(({ difference, interval, matters }) => ({
          value: (difference ?? Number.NaN) / matters,
          interval: interval ? [interval[0] / matters, interval[1] / matters] : [Number.NaN, Number.NaN],
        })),
      ),
    ),
  )
  return (
    <div className="gate-scroll">
      <table className="data realism-table gate-rows" data-testid={testId}>
        <thead>
          <tr>
            <th scope="col">{t(ofCohorts ? "gate.column.cohort" : "gate.column.figure")}</th>
            {ofCohorts ? (
              <th scope="col" className="number">
                <Meaning of={t("gate.column.accounts.meaning")}>{t("gate.column.accounts")}</Meaning>
              </th>
            ) : null}
            <th scope="col" className="number">
              {t("gate.column.before")}
            </th>
            <th scope="col" className="number">
              {t("gate.column.after")}
            </th>
            <th scope="col" className="number">
              <Meaning of={t("gate.column.difference.meaning")}>{t("gate.column.difference")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("gate.column.bar.meaning")}>{t("gate.column.bar")}</Meaning>
            </th>
            <th scope="col" className="number">
              <Meaning of={t("gate.column.p.meaning")}>{t("gate.column.p")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("gate.column.outcome.meaning")}>{t("gate.column.outcome")}</Meaning>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.cohort?.kind} ${row.cohort?.name} ${row.figure}`}
              row={row}
              rate={rate}
              reach={reach}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly row: GateRow
  readonly rate: number
  readonly reach: number
}

function Row({ row, rate, reach }: RowProps) {
  const t = useT()
  const format = useFormat()
  const { figure, cohort, accounts, before, after, difference, interval, adjusted, matters } = row
  const told = differenceText(t, format, row)
  const range = intervalText(format, row)
  const name = <Meaning of={t(`gate.figure.${figure}.meaning`)}>{t(`gate.figure.${figure}`)}</Meaning>
  return (
    <tr data-testid={`gate-row-${cohort ? `${cohort.kind}-${cohort.name}-` : ""}${figure}`}>
      {cohort ? (
        <>
          <th scope="row">
            {cohortText(t, format, cohort)}
            <span className="figure-interval">{name}</span>
          </th>
          <td className="number">{format.count(accounts)}</td>
        </>
      ) : (
        <th scope="row">{name}</th>
      )}
      <td className="number">{valueText(format, figure, before)}</td>
      <td className="number">{valueText(format, figure, after)}</td>
      <td className="number">
        {told}
        <span className="figure-interval">{range}</span>
      </td>
      <td>
        {difference === null || interval === null ? null : (
          <ForestBar
            value={difference / matters}
            interval={[interval[0] / matters, interval[1] / matters]}
            reach={reach}
            matters={1}
            isFirm={adjusted !== null && adjusted <= rate && isSignificant(interval)}
            label={`${told}, ${range}`}
          />
        )}
      </td>
      <td className="number">{adjusted === null ? NOTHING : pText(format.decimal, adjusted)}</td>
      <td>
        <OutcomeCell row={row} />
      </td>
    </tr>
  )
}

/** What the row says, and what would settle it or from where on it matters. */
function OutcomeCell({ row }: { readonly row: GateRow }) {
  const t = useT()
  const format = useFormat()
  const isOpen = row.outcome === "inconclusive"
  return (
    <>
      <Outcome outcome={row.outcome} />
      <span className="figure-interval">
        {isOpen
          ? settleText(t, format, row.accountsToSettle)
          : t("gate.matters", { least: mattersText(t, format, row) })}
        {isOpen && !row.counts ? (
          <>
            {" · "}
            <Meaning of={t("gate.uncounted.meaning")}>{t("gate.uncounted")}</Meaning>
          </>
        ) : null}
      </span>
    </>
  )
}
