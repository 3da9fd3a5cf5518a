/** From the text of a policy file to a policy, or to all that is wrong with it at once. */
import type { z } from "zod"
import { PolicyError } from "../errors.ts"
import { COHORT_KINDS } from "../evaluation/cohorts.ts"
import { describeIssue, quote, valueAt } from "../scenario/problems.ts"
import { lineOfFault, readYaml } from "../scenario/read-yaml.ts"
import type { Policy } from "./policy.ts"
import { OFF, policyJsonSchema, policySchema } from "./policy-schema.ts"
import { discordOf } from "./review/agreement.ts"
import { impressionsOf } from "./review/impressions.ts"
import { TIERS, type Tier } from "./tiers.ts"

/** `fileName` is only for messages. Throws PolicyError with one line a problem. */
export function parsePolicy(text: string, fileName: string): Policy {
  const fail = (problems: readonly string[]) =>
    new PolicyError(problems.map((line) => `${fileName}: ${line}`))
  const read = readYaml(text, "policy")
  if ("faults" in read) throw fail(read.faults.map(lineOfFault))
  const { value } = read
  if (value === null || value === undefined)
    throw fail(["is empty; a policy needs at least a name, like `name: my policy`"])
  if (typeof value !== "object" || Array.isArray(value))
    throw fail([`must be a mapping of fields like name, tiers and caps, got ${quote(value)}`])
  const result = policySchema.safeParse(value)
  const schema = policyJsonSchema()
  const wrong = result.success
    ? []
    : result.error.issues.flatMap((issue) => describeIssue(issue, value, schema))
  const all = [...new Set([...wrong, ...disorder(value), ...costless(value)])]
  if (!result.success || all.length > 0) throw fail(all)
  const { review } = result.data
  const discord = discordOf(review, impressionsOf(review, review.dontKnow))
  if (discord !== null) throw fail([discord])
  return policyOf(result.data)
}

function policyOf({ tiers, caps, ...rest }: z.output<typeof policySchema>): Policy {
  const thresholds = TIERS.map((tier) => [tier, tiers[tier] === OFF ? null : tiers[tier]])
  return {
    ...rest,
    tiers: Object.fromEntries(thresholds) as Policy["tiers"],
    caps: COHORT_KINDS.flatMap((kind) =>
      Object.entries(caps[kind]).map(([name, maxFpr]) => ({ kind, name, maxFpr })),
    ),
  }
}

/** Tiers whose threshold is below that of a milder one: whom they hit would be spared the milder. */
function disorder(input: object): string[] {
  const problems: string[] = []
  let strictest: { tier: Tier; threshold: number } | null = null
  for (const tier of TIERS) {
    const threshold = valueAt(input, ["tiers", tier])
    if (typeof threshold !== "number") continue
    if (strictest !== null && threshold < strictest.threshold)
      problems.push(
        `tiers.${tier} must be at or above tiers.${strictest.tier}, ${strictest.threshold}, since it is the stricter, got ${threshold}`,
      )
    else strictest = { tier, threshold }
  }
  return problems
}

const numbersIn = (value: unknown): unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [value]

/** Costs of which none is above 0 prefer nothing to anything. */
function costless(input: object): string[] {
  const costs = valueAt(input, ["costs"])
  if (typeof costs !== "object" || costs === null || numbersIn(costs).some((cost) => cost !== 0)) return []
  return ["costs must have a cost above 0, got none; leave costs out, or write null, for no costs"]
}
