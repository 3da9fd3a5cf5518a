/** Who is wrongly flagged and who is caught: both rates of each cohort, with caps on the first. */
import { SegmentedControl } from "@mantine/core"
import { useMemo } from "react"
import {
  COHORT_KINDS,
  type CohortRow,
  cohortTable,
  ENOUGH_TRIALS,
  type ScoreIndex,
} from "../../../core/evaluation/index.ts"
import { CohortChart } from "../../charts/CohortChart.tsx"
import { caughtCohorts, hitCohorts, ratedBy, type ShownCohort } from "../../charts/cohort-rows.ts"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { cohortName } from "../../names.ts"
import { type Picture, useDial, useLabelled, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { useRemembered } from "../../state/remembered.ts"
import { takesFrom } from "../../state/setting.ts"
import { CohortTable } from "./CohortTable.tsx"
import { useCaps } from "./use-caps.ts"

export function CohortPanel() {
  const { run } = useDial()
  const { cohorts: kind } = usePlace()
  const t = useT()
  const format = useFormat()
  const labelled = useLabelled()
  const { threshold } = useRested()
  const [highestFirst, setHighestFirst] = useRemembered("assay.cohorts.highestFirst", false)
  const [logRate, setLogRate] = useRemembered("assay.axis.cohortsLogRate", true)
  const caps = useCaps(kind)
  const { cohorts, index } = labelled.cohortIndex(kind)
  const rowsAt = useMemo(() => {
    // Charts and table ask for the same rows in one frame.
    let last: { index: ScoreIndex; threshold: number; rows: readonly CohortRow[] } | null = null
    return ({ labelled, setting }: Picture) => {
      const { cohorts, index } = labelled.cohortIndex(kind)
      const threshold = takesFrom(setting, setting.tier)
      if (last?.threshold !== threshold || last.index !== index)
        last = { index, threshold, rows: cohortTable(index, cohorts.names, threshold) }
      return last.rows
    }
  }, [kind])

  const shown = useMemo((): readonly ShownCohort[] => {
    const all = cohorts.names.map((id, place) => {
      const { authentic, managed } = index.cohortCounts(place)
      return {
        place,
        id,
        name: cohortName(t, format, run.manifest.scenario.archetypes, kind, id),
        archetype: kind === "archetype" ? id : null,
        authentic,
        aiManaged: managed,
        managed: run.manifest.archetypes.some(
          (archetype) => kind === "archetype" && archetype.id === id && archetype.side === "managed",
        ),
      }
    })
    if (!highestFirst) return bySide(all)
    const rows = cohortTable(index, cohorts.names, threshold)
    // By the threshold at rest: rows that change places under the pointer cannot be read.
    return bySide(all.toSorted((a, b) => urgency(rows[b.place]!, b) - urgency(rows[a.place]!, a)))
  }, [run, cohorts, index, kind, threshold, highestFirst, t, format])
  const hit = useMemo(() => hitCohorts(shown), [shown])
  const caught = useMemo(() => caughtCohorts(shown), [shown])

  return (
    <Panel
      title={t("cohorts.title")}
      meaning={t("cohorts.meaning", { enough: ENOUGH_TRIALS })}
      className="panel-cohorts"
      controls={
        <>
          <ExplainedSwitch
            label={t("chart.logRate")}
            meaning={t("chart.logRate.meaning")}
            on={logRate}
            turn={setLogRate}
          />
          <ExplainedSwitch
            label={t("cohorts.highestFirst")}
            meaning={t("cohorts.highestFirst.meaning")}
            on={highestFirst}
            turn={setHighestFirst}
          />
          <SegmentedControl
            size="xs"
            aria-label={t("cohorts.kind")}
            value={kind}
            onChange={(cohorts) => goTo({ cohorts })}
            data={COHORT_KINDS.map((value) => ({ value, label: t(`cohorts.kind.${value}`) }))}
          />
        </>
      }
    >
      <div className="cohort-charts">
        <div className="cohort-chart">
          <h3>
            <Meaning of={t("chart.cohorts.meaning")}>{t("chart.cohorts.title")}</Meaning>
          </h3>
          <CohortChart
            figure="falsePositiveRate"
            cohorts={hit}
            logRate={logRate}
            rowsAt={rowsAt}
            caps={caps}
          />
        </div>
        <div className="cohort-chart">
          <h3>
            <Meaning of={t("chart.caught.meaning")}>{t("chart.caught.title")}</Meaning>
          </h3>
          <CohortChart figure="recall" cohorts={caught} logRate={false} rowsAt={rowsAt} />
        </div>
      </div>
      <div className="cohort-scroll">
        <CohortTable kind={kind} cohorts={shown} rowsAt={rowsAt} />
      </div>
    </Panel>
  )
}

/** Managed archetypes stand apart, after those in which people can be hit. */
function bySide(cohorts: readonly ShownCohort[]): readonly ShownCohort[] {
  return [...cohorts.filter(({ managed }) => !managed), ...cohorts.filter(({ managed }) => managed)]
}

/** The rate that is read of the cohort; those without one come last. */
function urgency(row: CohortRow, { managed }: ShownCohort): number {
  const { value } = ratedBy(managed ? "recall" : "falsePositiveRate", row)
  return Number.isNaN(value) ? -1 : value
}
