/** Caps on the rows of the cohorts, set and moved on the dial. */
import { useMemo } from "react"
import type { Cap, CohortKind } from "../../../core/evaluation/index.ts"
import type { ChartedCaps } from "../../charts/CohortChart.tsx"
import { useDial } from "../../state/dial.ts"

/** The caps with one of them set, or taken away (null); the others keep their order. */
export function withCap(
  caps: readonly Cap[],
  kind: CohortKind,
  name: string,
  maxFpr: number | null,
): readonly Cap[] {
  const isIt = (cap: Cap) => cap.kind === kind && cap.name === name
  if (maxFpr === null) return caps.filter((cap) => !isIt(cap))
  const cap = { kind, name, maxFpr }
  return caps.some(isIt) ? caps.map((other) => (isIt(other) ? cap : other)) : [...caps, cap]
}

export const capOn = (caps: readonly Cap[], kind: CohortKind, name: string): number | undefined =>
  caps.find((cap) => cap.kind === kind && cap.name === name)?.maxFpr

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
