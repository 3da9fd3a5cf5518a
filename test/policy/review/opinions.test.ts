import { expect, it } from "vitest"
import type { SecondOpinion } from "../../../src/core/policy/after-flag.ts"
import { decisionOf, type Tally } from "../../../src/core/policy/review/opinions.ts"

/** What opinions (m, a, u) one after the other come to, and how many were asked for. */
function settle(opinions: string, second: SecondOpinion): string {
  const tally: Tally = { managed: 0, authentic: 0, unknown: 0 }
  for (const [k, one] of [...opinions].entries()) {
    tally[one === "m" ? "managed" : one === "a" ? "authentic" : "unknown"]++
    const decision = decisionOf(tally, second)
    if (decision !== null) return `${decision} ${k + 1}`
  }
  return "open"
}

it("asks for as many opinions as the policy wants, and decides by them", () => {
  const table: [opinions: string, never: string, before: string, always: string][] = [
    ["m", "managed 1", "open", "open"],
    ["a", "authentic 1", "authentic 1", "open"],
    ["u", "open", "open", "open"],
    ["mm", "managed 1", "managed 2", "managed 2"],
    ["ma", "managed 1", "open", "open"],
    ["mam", "managed 1", "managed 3", "managed 3"],
    ["maa", "managed 1", "authentic 3", "authentic 3"],
    ["aa", "authentic 1", "authentic 1", "authentic 2"],
    ["amm", "authentic 1", "authentic 1", "managed 3"],
    ["uum", "managed 3", "open", "open"],
    ["uua", "authentic 3", "authentic 3", "open"],
    ["muma", "managed 1", "managed 3", "managed 3"],
    ["muaua", "managed 1", "authentic 5", "authentic 5"],
    ["uuu", "unknown 3", "unknown 3", "unknown 3"],
    ["muuu", "managed 1", "unknown 4", "unknown 4"],
  ]
  for (const [opinions, ...expected] of table)
    expect([
      opinions,
      ...(["never", "before-action", "always"] as const).map((one) => settle(opinions, one)),
    ]).toEqual([opinions, ...expected])
})
