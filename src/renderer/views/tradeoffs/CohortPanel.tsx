/** Who is wrongly flagged: the false-positive rate of each cohort. */
import { SegmentedControl } from "@mantine/core"
import { useMemo } from "react"
import {
  COHORT_KINDS,
  type CohortRow,
  cohortTable,
  ENOUGH_TRIALS,
  type ScoreIndex,
} from "../../../core/evaluation/index.ts"
import { CohortChart, chartedCohorts, type ShownCohort } from "../../charts/CohortChart.tsx"
import { ArchetypeName } from "../../components/ArchetypeName.tsx"
import { ExplainedSwitch } from "../../components/ExplainedSwitch.tsx"
import { Live } from "../../components/Live.tsx"
import { Meaning } from "../../components/Meaning.tsx"
import { Panel } from "../../components/Panel.tsx"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { cohortName } from "../../names.ts"
import { type Picture, useDial, useLabelled, useRested } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { useRemembered } from "../../state/remembered.ts"

export function CohortPanel() {
  const { run } = useDial()
  const { cohorts: kind } = usePlace()
  const t = useT()
  const format = useFormat()
  const labelled = useLabelled()
  const { threshold } = useRested()
  const [highestFirst, setHighestFirst] = useRemembered("assay.cohorts.highestFirst", false)
  const { cohorts, index } = labelled.cohortIndex(kind)
  const rowsAt = useMemo(() => {
    // Chart and table ask for the same rows in one frame.
    let last: { index: ScoreIndex; threshold: number; rows: readonly CohortRow[] } | null = null
    return ({ labelled, setting: { threshold } }: Picture) => {
      const { cohorts, index } = labelled.cohortIndex(kind)
      if (last?.threshold !== threshold || last.index !== index)
        last = { index, threshold, rows: cohortTable(index, cohorts.names, threshold) }
      return last.rows
    }
  }, [kind])

  const shown = useMemo((): readonly ShownCohort[] => {
    const all = cohorts.names.map((id, place) => ({
      place,
      name: cohortName(t, format, run.manifest.scenario.archetypes, kind, id),
      archetype: kind === "archetype" ? id : null,
      authentic: index.cohortCounts(place).authentic,
      managed: run.manifest.archetypes.some(
        (archetype) => kind === "archetype" && archetype.id === id && archetype.side === "managed",
      ),
    }))
    if (!highestFirst) return bySide(all)
    const rows = cohortTable(index, cohorts.names, threshold)
    // By the threshold at rest: rows that change places under the pointer cannot be read.
    return bySide(all.toSorted((a, b) => urgency(rows[b.place]!, b) - urgency(rows[a.place]!, a)))
  }, [run, cohorts, index, kind, threshold, highestFirst, t, format])
  const charted = useMemo(() => chartedCohorts(shown), [shown])

  return (
    <Panel
      title={t("cohorts.title")}
      meaning={t("cohorts.meaning", { enough: ENOUGH_TRIALS })}
      className="panel-cohorts"
      controls={
        <>
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
      <div className="cohorts">
        <CohortChart cohorts={charted} rowsAt={rowsAt} />
        <div className="cohort-scroll">
          <CohortTable cohorts={shown} rowsAt={rowsAt} />
        </div>
      </div>
    </Panel>
  )
}

/** Managed archetypes stand apart, after those in which people can be hit. */
function bySide(cohorts: readonly ShownCohort[]): readonly ShownCohort[] {
  return [...cohorts.filter(({ managed }) => !managed), ...cohorts.filter(({ managed }) => managed)]
}

/** The rate that is read of the cohort; what is too small to judge comes last. */
function urgency(row: CohortRow, { managed }: ShownCohort): number {
  if (managed) return row.managedTooSmall ? -1 : row.recall
  return row.authenticTooSmall ? -1 : row.falsePositiveRate
}

interface CohortTableProps {
  readonly cohorts: readonly ShownCohort[]
  readonly rowsAt: (picture: Picture) => readonly CohortRow[]
}

function CohortTable({ cohorts, rowsAt }: CohortTableProps) {
  const t = useT()
  const anyManaged = cohorts.some(({ managed }) => managed)
  return (
    <table className="data cohort-table" data-testid="cohort-table">
      <CohortHead />
      <tbody>
        {cohorts
          .filter(({ managed }) => !managed)
          .map((cohort) => (
            <CohortLine key={cohort.place} cohort={cohort} rowsAt={rowsAt} />
          ))}
      </tbody>
      {anyManaged ? (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={8} className="cohort-group">
              {t("cohorts.managedGroup", { enough: ENOUGH_TRIALS })}
            </th>
          </tr>
          {cohorts
            .filter(({ managed }) => managed)
            .map((cohort) => (
              <CohortLine key={cohort.place} cohort={cohort} rowsAt={rowsAt} />
            ))}
        </tbody>
      ) : null}
    </table>
  )
}

function CohortHead() {
  const t = useT()
  const enough = { enough: ENOUGH_TRIALS }
  return (
    <thead>
      <tr>
        <th scope="col">{t("cohorts.cohort")}</th>
        <th scope="col" className="number">
          <Meaning of={t("cohorts.authentic.meaning", enough)}>{t("cohorts.authentic")}</Meaning>
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
          <Meaning of={t("cohorts.managed.meaning", enough)}>{t("cohorts.managed")}</Meaning>
        </th>
        <th scope="col" className="number">
          <Meaning of={t("figure.recall.meaning")}>{t("figure.recall")}</Meaning>
        </th>
        <th scope="col" className="number">
          {t("cohorts.interval")}
        </th>
      </tr>
    </thead>
  )
}

interface CohortLineProps {
  readonly cohort: ShownCohort
  readonly rowsAt: (picture: Picture) => readonly CohortRow[]
}

function CohortLine({ cohort, rowsAt }: CohortLineProps) {
  const t = useT()
  const format = useFormat()
  const rate = (accounts: number, tooSmall: boolean, value: number) =>
    accounts === 0 ? NOTHING : tooSmall ? t("cohorts.tooFew") : format.share(value)
  const cell = (read: (row: CohortRow) => string) => (
    <td className="number">
      <Live read={(picture) => read(rowsAt(picture)[cohort.place]!)} />
    </td>
  )
  return (
    <tr>
      <th scope="row">{cohort.archetype === null ? cohort.name : <ArchetypeName id={cohort.archetype} />}</th>
      {cell((row) => format.count(row.authentic))}
      {cell((row) => (row.authentic === 0 ? NOTHING : format.count(row.falsePositives)))}
      {cell((row) => rate(row.authentic, row.authenticTooSmall, row.falsePositiveRate))}
      {cell((row) => (row.authenticTooSmall ? "" : format.shareInterval(row.falsePositiveRateInterval)))}
      {cell((row) => format.count(row.managed))}
      {cell((row) => rate(row.managed, row.managedTooSmall, row.recall))}
      {cell((row) => (row.managedTooSmall ? "" : format.shareInterval(row.recallInterval)))}
    </tr>
  )
}
