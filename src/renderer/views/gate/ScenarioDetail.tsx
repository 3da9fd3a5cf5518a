/** One scenario of a check: what decided, and all that was tested. */
import { Button } from "@mantine/core"
import type { CheckedScenario } from "../../../api/contract.ts"
import { ExplainedLink } from "../../components/ExplainedLink.tsx"
import { Panel } from "../../components/Panel.tsx"
import { SavableTable } from "../../export/SavableTable.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { OWN_AGAINST, START_COMPARED } from "../../state/compared-place.ts"
import { library } from "../../state/library.ts"
import { usePlace } from "../../state/location.ts"
import { formatPlace } from "../../state/place.ts"
import { ownPlaceOf } from "../../state/setting-place.ts"
import { useStore } from "../../state/store.ts"
import { CohortRows } from "./CohortRows.tsx"
import { Decided } from "./Decided.tsx"
import { DetectorRows } from "./DetectorRows.tsx"
import { FlipGroups } from "./FlipGroups.tsx"
import { Outcome } from "./Outcome.tsx"
import { Promises } from "./Promises.tsx"
import { RowTable } from "./RowTable.tsx"
import { rowsTable } from "./saved-tables.ts"
import { titlesOf } from "./words.ts"

interface ScenarioDetailProps {
  readonly scenario: CheckedScenario
  readonly rate: number
}

export function ScenarioDetail({ scenario, rate }: ScenarioDetailProps) {
  const t = useT()
  const format = useFormat()
  const kept = useKept(scenario)
  const titles = titlesOf(scenario.detectors)
  const { scenario: name, figures, cohorts, expectations, detectors } = scenario
  const isGone = scenario.outcome === "gone"
  return (
    <article className="gate-detail" aria-labelledby="gate-scenario" data-testid="gate-detail">
      <header className="gate-detail-head">
        <h3 id="gate-scenario">{name}</h3>
        <Outcome outcome={scenario.outcome} />
        <Ways kept={kept} />
      </header>
      <Facts scenario={scenario} />
      <Decided scenario={scenario} />
      {figures.length === 0 ? null : (
        <Panel title={t("gate.figures.title")} meaning={t("gate.figures.meaning")}>
          <SavableTable
            name={t("gate.figures.title")}
            stem={`${name}-gate-figures`}
            table={() => rowsTable(t, format, figures)}
          />
          <RowTable rows={figures} rate={rate} testId="gate-figures" />
        </Panel>
      )}
      {isGone ? null : <Promises rows={expectations} titles={titles} subject={name} />}
      {cohorts.length === 0 ? null : <CohortRows rows={cohorts} rate={rate} subject={name} />}
      {figures.length === 0 ? null : <FlipGroups scenario={scenario} run={kept.run} titles={titles} />}
      {detectors.length === 0 ? null : <DetectorRows rows={detectors} titles={titles} subject={name} />}
    </article>
  )
}

/** Which of the runs can be opened. */
interface Kept {
  /** null when it is not in the store. */
  readonly run: string | null
  readonly baseline: string | null
  /** There is a baseline, and its run was another. */
  readonly hasOther: boolean
}

function useKept({ run, baselineRun }: CheckedScenario): Kept {
  const { runs } = useStore(library)
  const inStore = (id: string | null) => (runs?.some((one) => one.id === id) ? id : null)
  const hasOther = baselineRun !== null && baselineRun !== run
  return { run: inStore(run), baseline: inStore(baselineRun), hasOther }
}

/** On to the run, and to both runs side by side. */
function Ways({ kept: { run, baseline, hasOther } }: { readonly kept: Kept }) {
  const t = useT()
  const place = usePlace()
  if (run === null) return null
  const own = { ...place, ...ownPlaceOf(run) }
  return (
    <div className="gate-ways">
      <Button
        component="a"
        size="compact-xs"
        variant="default"
        href={formatPlace({ ...own, view: "trade-offs" })}
        data-testid="gate-open-run"
      >
        {t("gate.openRun")}
      </Button>
      {!hasOther ? null : baseline === null ? (
        <span className="facts">{t("gate.baselineMissing")}</span>
      ) : (
        <ExplainedLink
          href={formatPlace({
            ...own,
            view: "compare",
            ...START_COMPARED,
            against: { ...OWN_AGAINST, run: baseline },
          })}
          name={t("gate.compare")}
          meaning={t("gate.compare.meaning")}
          testId="gate-compare"
        />
      )}
    </div>
  )
}

function Facts({ scenario }: { readonly scenario: CheckedScenario }) {
  const t = useT()
  const format = useFormat()
  const { file, accounts, managed, threshold, seconds } = scenario
  const facts = [
    file,
    ...(accounts === null
      ? []
      : [
          t("gate.accounts", {
            accounts: format.count(accounts),
            managed: managed === null ? "–" : format.count(managed),
          }),
        ]),
    ...(threshold === null ? [] : [t("gate.threshold", { threshold: format.threshold(threshold) })]),
    ...(seconds === null ? [] : [t("gate.took", { time: format.duration(seconds) })]),
  ]
  return <p className="facts">{facts.join(" · ")}</p>
}
