/** What a run's report is asked for. */
import { FLAGGED_TIER, TIERS } from "../../core/policy/tiers.ts"
import type { Setting } from "../state/setting.ts"

/** The setting as the api's report takes it. */
export function queryOf(setting: Setting, off: readonly string[], lang: string): string {
  const { tiers, tiersOff, tier, prevalence, definition, caps } = setting
  // A tier that is off has no figures: they are then told of one that is on.
  const on = TIERS.filter((one) => !tiersOff.includes(one))
  const told = on.includes(tier) ? tier : (on.find((one) => one === FLAGGED_TIER) ?? on.at(-1) ?? tier)
  const query = new URLSearchParams({
    lang,
    threshold: String(tiers[told]),
    tier: told,
    tiers: TIERS.map((one) => (on.includes(one) ? tiers[one] : "off")).join(","),
    automation: String(definition.automation),
    oversight: String(definition.oversight),
    days: String(definition.days),
  })
  if (prevalence !== undefined) query.set("prevalence", String(prevalence))
  for (const { kind, name, maxFpr } of caps) query.append("cap", `${kind}:${name}:${maxFpr}`)
  for (const id of off) query.append("off", id)
  return query.toString()
}
