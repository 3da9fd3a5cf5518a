/** What the gate shows, as the address says it. */
import type { GateOutcome } from "../../api/contract.ts"

/** All outcomes, by how much they ask for a look. */
export const WORST_FIRST = [
  "regress",
  "inconclusive",
  "new",
  "gone",
  "improve",
  "pass",
] as const satisfies readonly GateOutcome[]

export interface GatePlace {
  /** A kept check's id; null for the newest. */
  readonly check: string | null
  /** The file of the scenario that is looked at; null for the first. */
  readonly checked: string | null
  /** Only scenarios with this outcome are listed. */
  readonly gateOutcome: GateOutcome | null
}

export const GATE_START: GatePlace = { check: null, checked: null, gateOutcome: null }

export function parseGate(said: URLSearchParams): GatePlace {
  return {
    check: said.get("check") || null,
    checked: said.get("checked") || null,
    gateOutcome: WORST_FIRST.find((one) => one === said.get("gate")) ?? null,
  }
}

/** The inverse of parseGate; leaves out what is as at the start. */
export function tellGate({ check, checked, gateOutcome }: GatePlace, said: URLSearchParams): void {
  if (check !== null) said.set("check", check)
  if (checked !== null) said.set("checked", checked)
  if (gateOutcome !== null) said.set("gate", gateOutcome)
}
