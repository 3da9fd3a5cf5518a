/** Caps on one kind of cohorts, as the chart moves them on the dial. */
import { useMemo } from "react"
import type { CohortKind } from "../../../core/evaluation/index.ts"
import type { ChartedCaps } from "../../charts/CohortChart.tsx"
import { useDial } from "../../state/dial.ts"
import { capOn, withCap } from "./caps.ts"

export function useCaps(kind: CohortKind): ChartedCaps {
  const dial = useDial()
  return useMemo(
    () => ({
      of: ({ setting: { caps } }, id) => capOn(caps, kind, id),
      move: (id, maxFpr) => dial.turn({ caps: withCap(dial.current().caps, kind, id, maxFpr) }),
      rest: () => dial.rest(),
    }),
    [dial, kind],
  )
}
