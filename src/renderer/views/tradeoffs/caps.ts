/** Caps in a setting, at most one a cohort. */
import type { Cap, CohortKind } from "../../../core/evaluation/index.ts"

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
