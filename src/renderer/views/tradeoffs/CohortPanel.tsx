/** Who is wrongly flagged: the false-positive rate of each cohort. */
import { SegmentedControl } from "@mantine/core"
import { useCallback, useMemo } from "react"
import { COHORT_KINDS, type CohortRow, cohortTable } from "../../../core/evaluation/index.ts"
import { CohortChart } from "../../charts/CohortChart.tsx"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { cohortName } from "../../names.ts"
import { useDial } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"

export function CohortPanel() {
  const { run } = useDial()
  const { cohorts: kind } = usePlace()
  const t = useT()
  const format = useFormat()
  const { cohorts, index } = useMemo(() => run.cohortIndex(kind), [run, kind])
  const names = useMemo(
    () => cohorts.names.map((name) => cohortName(t, format, kind, name)),
    [cohorts, kind, t, format],
  )
  const rowsAt = useMemo(() => {
    // Chart and table ask for the same rows in one frame.
    let last: { threshold: number; rows: readonly CohortRow[] } | null = null
    return (threshold: number) => {
      if (last?.threshold !== threshold)
        last = { threshold, rows: cohortTable(index, cohorts.names, threshold) }
      return last.rows
    }
  }, [index, cohorts])

  return (
    <Panel
      title={t("cohorts.title")}
      meaning={t("cohorts.meaning")}
      className="panel-cohorts"
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t("cohorts.kind")}
          value={kind}
          onChange={(cohorts) => goTo({ cohorts })}
          data={COHORT_KINDS.map((value) => ({ value, label: t(`cohorts.kind.${value}`) }))}
        />
      }
    >
      <div className="cohorts">
        <CohortChart names={names} rowsAt={rowsAt} />
        <CohortTable names={names} rowsAt={rowsAt} />
      </div>
    </Panel>
  )
}

interface CohortTableProps {
  readonly names: readonly string[]
  readonly rowsAt: (threshold: number) => readonly CohortRow[]
}

function CohortTable({ names, rowsAt }: CohortTableProps) {
  const t = useT()
  const format = useFormat()
  const rate = useCallback(
    (row: CohortRow) =>
      row.authentic === 0
        ? NOTHING
        : row.authenticTooSmall
          ? t("cohorts.tooFew")
          : format.share(row.falsePositiveRate),
    [t, format],
  )
  const recallOf = (row: CohortRow) =>
    row.managed === 0 ? NOTHING : row.managedTooSmall ? t("cohorts.tooFew") : format.share(row.recall)

  return (
    <table className="data cohort-table" data-testid="cohort-table">
      <thead>
        <tr>
          <th scope="col">{t("cohorts.cohort")}</th>
          <th scope="col" className="number">
            <Meaning of={t("cohorts.authentic.meaning")}>{t("cohorts.authentic")}</Meaning>
          </th>
          <th scope="col" className="number">
            {t("cohorts.wrongly")}
          </th>
          <th scope="col" className="number">
            <Meaning of={t("figure.falsePositiveRate.meaning")}>{t("figure.falsePositiveRate")}</Meaning>
          </th>
          <th scope="col" className="number">
            {t("cohorts.interval")}
          </th>
          <th scope="col" className="number unbroken">
            {t("cohorts.managed")}
          </th>
          <th scope="col" className="number">
            <Meaning of={t("figure.recall.meaning")}>{t("figure.recall")}</Meaning>
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, i) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">
              <Live read={({ setting }) => format.count(rowsAt(setting.threshold)[i]!.authentic)} />
            </td>
            <td className="number">
              <Live read={({ setting }) => format.count(rowsAt(setting.threshold)[i]!.falsePositives)} />
            </td>
            <td className="number">
              <Live read={({ setting }) => rate(rowsAt(setting.threshold)[i]!)} />
            </td>
            <td className="number">
              <Live
                read={({ setting }) => {
                  const row = rowsAt(setting.threshold)[i]!
                  return row.authenticTooSmall ? "" : format.shareInterval(row.falsePositiveRateInterval)
                }}
              />
            </td>
            <td className="number">
              <Live read={({ setting }) => format.count(rowsAt(setting.threshold)[i]!.managed)} />
            </td>
            <td className="number">
              <Live read={({ setting }) => recallOf(rowsAt(setting.threshold)[i]!)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
