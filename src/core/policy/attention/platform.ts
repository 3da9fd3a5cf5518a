/** The platform that a run stands for, account by account. */
import { drawOperators, operatorsOf } from "../../evaluation/resample.ts"
import { NONE } from "../../evidence/evidence.ts"
import { below } from "../../random/distributions.ts"
import { stage } from "../../random/streams.ts"
import { shared } from "../../shared-columns.ts"

/** One value an account. */
export interface Platform {
  /** AI_MANAGED or AUTHENTIC, by the policy's definition. */
  readonly label: Uint8Array
  /** Accounts of one operator, fan club or pod share the number; NONE for an account on its own. */
  readonly group: Uint32Array
  /** The group of AI-managed accounts alone, NONE for all others. */
  readonly operator: Uint32Array
  /** 1 for accounts that say of themselves that they are automated. */
  readonly declared: Uint8Array
  readonly followers: Uint32Array
  /** Accounts of the platform that it stands for, at the prevalence asked for: 1 at the run's own. */
  readonly stands: Float64Array
}

/** Shared columns; `prevalence` in (0, 1), null for the run's own. Without accounts of a class there is nothing to weigh. */
export function platformOf(
  { label, group, ...columns }: Omit<Platform, "stands" | "operator">,
  prevalence: number | null,
): Platform {
  const accounts = label.length
  const managed = label.reduce((sum, one) => sum + one, 0)
  const stands = shared.f64(accounts)
  stands.fill(1)
  if (prevalence !== null && managed > 0 && managed < accounts) {
    const each = [((1 - prevalence) * accounts) / (accounts - managed), (prevalence * accounts) / managed]
    for (let account = 0; account < accounts; account++) stands[account] = each[label[account]]
  }
  const operator = shared.u32(accounts)
  for (let account = 0; account < accounts; account++)
    operator[account] = label[account] === 1 ? group[account] : NONE
  return { label, group, ...columns, operator, stands }
}

/** Draws how many of the platform's accounts are like each of the run's; draw 0 is the run itself. */
export function drawingOf({ label, group, stands }: Platform, seed: string): (draw: number) => Float64Array {
  const authentic = Uint32Array.from(label.keys()).filter((account) => label[account] === 0)
  const operators = operatorsOf(label, group)
  const draws = stage(seed, "policy/attention/draws")
  return (draw) => {
    if (draw === 0) return stands.slice()
    const random = draws.at(draw)
    const drawn = new Float64Array(label.length)
    const take = (account: number) => {
      drawn[account] += stands[account]
    }
    for (let k = 0; k < authentic.length; k++) take(authentic[below(authentic.length, random)])
    drawOperators(operators, random, take)
    return drawn
  }
}
