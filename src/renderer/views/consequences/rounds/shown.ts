/** The rounds of the run on the screen, by how far they are. */
import { useMemo, useSyncExternalStore } from "react"
import type { Failure, RoundsQuestion, RoundsReport } from "../../../../api/contract.ts"
import { roundsReport, subjectOf } from "../../../state/reports.ts"
import { useStore } from "../../../state/store.ts"
import { LOOKS, type Look, playedRounds, type Series } from "./series.ts"

export interface Played {
  readonly question: RoundsQuestion
  readonly report: RoundsReport
  readonly look: Look
}

export interface Shown {
  readonly ready: readonly Played[]
  /** Being played, behind it, or called off. */
  readonly waiting: readonly Series[]
  readonly failed: readonly (Series & { readonly failure: Failure })[]
}

/** Another run's rounds are not this one's. */
export function useShown(run: string): Shown {
  const { series } = useStore(playedRounds.lineup)
  const own = useMemo(
    () => series.filter(({ question }) => question.run === null || question.run === run),
    [series, run],
  )
  // Whatever changes of these reports changes one of the states; progress does, too, and moves nothing else.
  const states = useSyncExternalStore(roundsReport.subscribe, () =>
    own.map(({ question }) => roundsReport.of(subjectOf(question))?.state ?? "none").join(),
  )
  return useMemo(() => sorted(own), [own, states])
}

function sorted(series: readonly Series[]): Shown {
  const ready: Played[] = []
  const waiting: Series[] = []
  const failed: (Series & { readonly failure: Failure })[] = []
  for (const one of series) {
    const measured = roundsReport.of(subjectOf(one.question))
    if (measured?.state === "ready")
      ready.push({ question: one.question, report: measured.report, look: LOOKS[one.look]! })
    else if (measured?.state === "failed") failed.push({ ...one, failure: measured.failure })
    else waiting.push(one)
  }
  return { ready, waiting, failed }
}
