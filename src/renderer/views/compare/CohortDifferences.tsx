/** What the change does to each cohort: a forest plot, and which differences hold when so many are looked at. */
import { SegmentedControl } from "@mantine/core"
import { useState } from "react"
import type { Comparison } from "../../../api/contract.ts"
import { COHORT_KINDS, type CohortTest } from "../../../core/evaluation/index.ts"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { cohortName } from "../../names.ts"
import { goTo } from "../../state/location.ts"
import { reachOf, signed, signedInterval } from "../detectors/difference.ts"
import { POINT_DIGITS } from "./difference-text.ts"
import { ForestBar } from "./ForestBar.tsx"
import { VerdictWord } from "./Headline.tsx"
import { cohortsTable } from "./saved-tables.ts"
import type { TwoSides } from "./two-sides.ts"

interface CohortDifferencesProps {
  readonly report: Extract<Comparison, { kind: "paired" }>["report"]
  readonly sides: TwoSides
}

/** Below this a difference is told apart from chance (Holm's adjusted p-value). */
const LEVEL = 0.05

export function CohortDifferences({ report, sides }: CohortDifferencesProps) {
  const t = useT()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const { archetypes } = sides.b.run.manifest.scenario
  const moved = report.cohorts.filter(({ gained, lost }) => gained + lost > 0)
  const still = report.cohorts.length - moved.length
  const rows = ordered(all ? report.cohorts : moved)
  const firm = moved.filter(({ holm }) => holm <= LEVEL).length
  return (
    <Panel
      title={t("compare.cohorts.title")}
      meaning={t("compare.cohorts.meaning")}
      className="panel-compare-cohorts"
      controls={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t("cohorts.kind")}
            value={report.cohortKind}
            data={COHORT_KINDS.map((kind) => ({ value: kind, label: t(`cohorts.kind.${kind}`) }))}
            onChange={(cohorts) => goTo({ cohorts })}
          />
          <ExplainedSwitch
            label={t("compare.cohorts.all")}
            meaning={t("compare.cohorts.all.meaning")}
            on={all}
            turn={setAll}
          />
        </>
      }
    >
      <SavableTable
        name={t("compare.cohorts.title")}
        stem={`compared-${report.cohortKind}`}
        table={() =>
          cohortsTable(t, report, (name) => cohortName(t, format, archetypes, report.cohortKind, name))
        }
      />
      <p className="facts" data-testid="cohort-sum">
        {t("compare.cohorts.sum", {
          tests: format.count(report.cohorts.length),
          firm: format.count(firm),
          still: format.count(still),
        })}
      </p>
      {rows.length === 0 ? null : <Table rows={rows} report={report} sides={sides} />}
    </Panel>
  )
}

/** Those that hold come first, then the largest. */
function ordered(tests: readonly CohortTest[]): readonly CohortTest[] {
  return tests.toSorted((x, y) => {
    const [firmX, firmY] = [x.holm <= LEVEL, y.holm <= LEVEL]
    if (firmX !== firmY) return firmX ? -1 : 1
    return Math.abs(y.difference) - Math.abs(x.difference)
  })
}

interface TableProps extends CohortDifferencesProps {
  readonly rows: readonly CohortTest[]
}

function Table({ rows, report, sides }: TableProps) {
  const t = useT()
  const format = useFormat()
  const told = sides.b.run.manifest.scenario.archetypes
  const reach = reachOf(rows.map(({ difference, interval }) => ({ value: difference, interval })))
  const edge = t("compare.points", { value: format.plain(Number((reach * 100).toPrecision(2))) })
  return (
    <div className="compare-scroll">
      <table className="data realism-table" data-testid="cohort-differences">
        <thead>
          <tr>
            <th scope="col">{t("cohorts.cohort")}</th>
            <th scope="col">{t("compare.column.class")}</th>
            <th scope="col" className="number">
              {t("runs.accounts")}
            </th>
            <th scope="col" className="number">
              <Meaning of={t("compare.column.onlyB.meaning")}>{t("compare.column.onlyB")}</Meaning>
            </th>
            <th scope="col" className="number">
              <Meaning of={t("compare.column.onlyA.meaning")}>{t("compare.column.onlyA")}</Meaning>
            </th>
            <th scope="col" className="number">
              <Meaning of={t("compare.cohorts.difference.meaning")}>{t("compare.column.difference")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("compare.column.bar.meaning")}>
                {t("compare.cohorts.bar", { reach: edge })}
              </Meaning>
            </th>
            <th scope="col" className="number">
              <Meaning of={t("compare.column.holm.meaning")}>{t("compare.column.holm")}</Meaning>
            </th>
            <th scope="col">
              <Meaning of={t("compare.column.verdict.meaning")}>{t("compare.column.verdict")}</Meaning>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const difference = t("compare.points", {
              value: signed(format, row.difference * 100, POINT_DIGITS),
            })
            const [low, high] = row.interval
            const interval = signedInterval(format, [low * 100, high * 100], POINT_DIGITS)
            return (
              <tr key={`${row.cohort} ${row.class}`}>
                <th scope="row">
                  {report.cohortKind === "archetype" ? (
                    <ArchetypeName id={row.cohort} />
                  ) : (
                    cohortName(t, format, told, report.cohortKind, row.cohort)
                  )}
                </th>
                <td>{t(row.class === "AI-managed" ? "class.managed" : "class.authentic")}</td>
                <td className="number">{format.count(row.accounts)}</td>
                <td className="number">{format.count(row.gained)}</td>
                <td className="number">{format.count(row.lost)}</td>
                <td className="number">
                  {difference}
                  <span className="figure-interval">{interval}</span>
                </td>
                <td>
                  <ForestBar
                    value={row.difference}
                    interval={row.interval}
                    reach={reach}
                    isFirm={row.holm <= LEVEL}
                    label={`${difference}, ${interval}`}
                  />
                </td>
                <td className="number">{pText(format.decimal, row.holm)}</td>
                <td>
                  <VerdictWord verdict={row.verdict} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const LEAST_P = 0.0001

/** Smaller ones are not told apart. */
export function pText(decimal: (value: number, digits: number) => string, p: number): string {
  return p < LEAST_P ? `< ${decimal(LEAST_P, 4)}` : decimal(p, p > 0.1 ? 2 : 4)
}
