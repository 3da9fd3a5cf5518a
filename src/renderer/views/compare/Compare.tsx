/** Compare: two runs, or two settings of one; what differs, how surely, and for whom. */

import { Alert, Button, Loader } from "@mantine/core"
import { type ReactNode, useMemo } from "react"
import type { ComparisonRequest } from "../../../api/contract.ts"
import { sameTiers } from "../../../core/policy/tiers.ts"
import { request } from "../../api/client.ts"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { Loading } from "../../components/Loading.tsx"
import { ReportButton } from "../../export/ReportButton.tsx"
import { reportLanguage } from "../../export/report-language.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { settingAgainst } from "../../state/against.ts"
import { useDial, useRested } from "../../state/dial.ts"
import { keptRun } from "../../state/kept-runs.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { useResource } from "../../state/resource.ts"
import type { LoadedRun } from "../../state/run.ts"
import { CohortDifferences } from "./CohortDifferences.tsx"
import { changesBetween } from "./changes.ts"
import { FigureTable } from "./FigureTable.tsx"
import { Flips } from "./Flips.tsx"
import { Headline } from "./Headline.tsx"
import { NothingToCompare } from "./NothingToCompare.tsx"
import { SideCharts } from "./SideCharts.tsx"
import { Sides } from "./Sides.tsx"
import { TierFlips } from "./TierFlips.tsx"
import type { LoadedSide, TwoSides } from "./two-sides.ts"
import { useComparison } from "./use-comparison.ts"
import "./compare.css"

export function Compare() {
  const t = useT()
  const { run } = useDial()
  const { against } = usePlace()
  const other = against.run === null || against.run === run.manifest.id ? null : against.run
  const loaded = useResource(other, () => keptRun(other ?? ""))
  // Side A has all of its detectors: what is switched off is part of the change.
  const runA = other === null ? run.whole : loaded.state === "ready" ? loaded.value : null
  return (
    <div className="compare" data-testid="compare">
      <div className="compare-title">
        <h2>{t("compare.title")}</h2>
        <p className="controls-note">{t("compare.lead")}</p>
      </div>
      {runA ? <Comparing runA={runA} /> : <SideMissing loaded={loaded} />}
    </div>
  )
}

/** Side A's run is being loaded, or cannot be. */
function SideMissing({ loaded }: { readonly loaded: ReturnType<typeof useResource<LoadedRun>> }) {
  const t = useT()
  const lost = useLost()
  const { against } = usePlace()
  if (loaded.state === "failed")
    return (
      <Alert color="red" title={t("compare.a.failed", { run: loaded.key })} data-testid="compare-a-failed">
        <pre className="problems">{loaded.failure.message}</pre>
        <Button size="xs" variant="default" onClick={() => goTo({ against: { ...against, run: null } })}>
          {t("compare.a.same")}
        </Button>
      </Alert>
    )
  if (lost) return <ConnectionLost consequence={t("compare.lost")} />
  return <Loading />
}

function useTwoSides(runA: LoadedRun): TwoSides {
  const { run: runB } = useDial()
  const { tier, tiers, threshold, definition, prevalence } = useRested()
  const { against, atFpr } = usePlace()
  return useMemo(
    () => ({
      a: { run: runA, setting: settingAgainst(against, runA.manifest.scenario, tier), off: runA.off },
      b: { run: runB, setting: { tiers, threshold, definition }, off: runB.off },
      tier,
      prevalence,
      atFpr,
    }),
    [runA, runB, tier, tiers, threshold, definition, prevalence, against, atFpr],
  )
}

const askedOf = ({ run, setting: { threshold, definition }, off }: LoadedSide) => ({
  run: run.manifest.id,
  threshold,
  definition,
  off,
})

function requestOf(
  { a, b, prevalence, atFpr }: TwoSides,
  cohort: ComparisonRequest["cohort"],
): ComparisonRequest {
  return {
    a: askedOf(a),
    b: askedOf(b),
    prevalence,
    maxFpr: atFpr ?? undefined,
    cohort,
  }
}

function Comparing({ runA }: { readonly runA: LoadedRun }) {
  const { cohorts } = usePlace()
  const sides = useTwoSides(runA)
  const changes = useMemo(() => {
    const [a, b] = [sides.a, sides.b].map(({ run, setting, off }) => ({
      manifest: run.manifest,
      setting,
      off,
    }))
    return changesBetween(a!, b!, sides.atFpr !== null)
  }, [sides])
  const asked = useComparison(changes.length === 0 ? null : requestOf(sides, cohorts))
  return (
    <>
      <Sides sides={sides} />
      {changes.length === 0 ? (
        <>
          <NothingToCompare sides={sides} />
          {sameTiers(sides.a.setting.tiers, sides.b.setting.tiers) ? null : <TierFlips sides={sides} />}
        </>
      ) : (
        <Answer asked={asked}>
          {asked.comparison ? (
            <>
              <Headline comparison={asked.comparison} changes={changes} sides={sides} />
              <SaveComparison sides={sides} />
              <div className="compare-report">
                {asked.comparison.kind === "paired" ? (
                  <Flips report={asked.comparison.report} sides={sides} />
                ) : null}
                {asked.comparison.kind === "paired" ? <TierFlips sides={sides} /> : null}
                <FigureTable figures={asked.comparison.report.figures} prevalence={sides.prevalence} />
                <SideCharts sides={sides} report={asked.comparison.report} />
                {asked.comparison.kind === "paired" ? (
                  <CohortDifferences report={asked.comparison.report} sides={sides} />
                ) : null}
              </div>
            </>
          ) : null}
        </Answer>
      )}
    </>
  )
}

function SaveComparison({ sides }: { readonly sides: TwoSides }) {
  const t = useT()
  const { language } = useFormat()
  const { cohorts } = usePlace()
  const [a, b] = [sides.a.run.manifest.id, sides.b.run.manifest.id]
  return (
    <ReportButton
      hint={t("report.comparisonHint")}
      stem={[a, ...(a === b ? [] : [b]), "comparison"]}
      ask={(signal) =>
        request(`/api/comparisons/report?lang=${reportLanguage(language)}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(requestOf(sides, cohorts)),
          signal,
        })
      }
    />
  )
}

interface AnswerProps {
  readonly asked: ReturnType<typeof useComparison>
  readonly children: ReactNode
}

/** What was compared last stays, paler, while the next comparison is made. */
function Answer({ asked, children }: AnswerProps) {
  const t = useT()
  const lost = useLost()
  const { comparison, isCurrent, failure, retry } = asked
  if (failure)
    return (
      <Alert color="red" title={t("compare.failed")} data-testid="compare-failed">
        <pre className="problems">{failure}</pre>
        <Button size="xs" variant="default" onClick={retry}>
          {t("state.retry")}
        </Button>
      </Alert>
    )
  if (lost && !isCurrent) return <ConnectionLost consequence={t("compare.lost")} />
  return (
    <>
      <p className="compare-wait" role="status">
        {isCurrent ? null : (
          <>
            <Loader size="xs" aria-hidden="true" /> {t("compare.comparing")}
          </>
        )}
      </p>
      {comparison ? (
        <div
          aria-busy={!isCurrent}
          className={isCurrent ? undefined : "compare-outdated"}
          data-testid={isCurrent ? "comparison" : "comparison-outdated"}
        >
          {children}
        </div>
      ) : null}
    </>
  )
}
