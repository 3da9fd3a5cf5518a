/** Rules over six detectors at a million accounts: by threshold formulas, by weights, and a pair's whole grid. */
import {
  createRuleEvaluator,
  evenThresholds,
  keysOf,
  parseRule,
  ruleGroups,
  thresholdGrid,
} from "../src/core/evaluation/index.ts"
import { stream } from "../src/core/random/streams.ts"

export interface RuleTimes {
  readonly accounts: number
  /** Seconds of one evaluation each, the best of many. */
  readonly times: readonly { readonly name: string; readonly seconds: number }[]
}

const SCORES = ["a", "b", "c", "d", "e", "f"]
const COHORTS = 8
const REPEATS = 31

const RULES = {
  "and of 6": SCORES.map((name, k) => `${name}>=0.${k + 1}`).join(" and "),
  "or of 6": SCORES.map((name) => `${name}>=0.9`).join(" or "),
  "2 of 6": `2 of (${SCORES.map((name) => `${name}>=0.7`).join(", ")})`,
  "weights of 6": `${SCORES.map((name, k) => `0.${k + 1}*${name}`).join("+")}>=0.9`,
}

/** Scores are uniform, a tenth of them missing; one account in twenty is AI-managed. */
export function measureRules(accounts: number): RuleTimes {
  const random = stream("bench", "rules")
  const score = () => Float32Array.from({ length: accounts }, () => (random() < 0.1 ? Number.NaN : random()))
  const scores = Object.fromEntries(SCORES.map((name) => [name, score()]))
  const label = Uint8Array.from({ length: accounts }, () => (random() < 0.05 ? 1 : 0))
  const of = Uint8Array.from({ length: accounts }, () => Math.floor(random() * COHORTS))
  const groups = ruleGroups(label, { of, count: COHORTS })
  const keys = Object.fromEntries(Object.entries(scores).map(([name, column]) => [name, keysOf(column)]))
  const evaluator = createRuleEvaluator(keys)
  const flagged = new Uint32Array(groups.count)
  const times = Object.entries(RULES).map(([name, text]) => {
    const rule = evaluator.prepare(parseRule(text, SCORES))
    return { name: `rule, ${name}`, seconds: bestSeconds(() => rule.countFlagged(groups, flagged)) }
  })
  const axis = (name: string) => ({ keys: keys[name], thresholds: evenThresholds(64) })
  const seconds = bestSeconds(() => thresholdGrid(axis("a"), axis("b"), label))
  return { accounts, times: [...times, { name: "grid of 64 x 64 thresholds", seconds }] }
}

/** The best of many, as the reference is. */
function bestSeconds(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const started = performance.now()
    work()
    best = Math.min(best, (performance.now() - started) / 1000)
  }
  return best
}
