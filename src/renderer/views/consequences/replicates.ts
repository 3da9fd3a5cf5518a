/** On how many replicates an answer rests: whether it is a preview, how its bands are told, and what is saved with it. */
import { TIERS } from "../../../core/policy/tiers.ts"
import type { Basis } from "../../export/basis.ts"
import type { Format } from "../../format.ts"
import type { Translate } from "../../i18n/index.ts"
import type { Setting } from "../../state/setting.ts"
import { looksFor, type Part } from "./question.ts"

/** Percentiles of fewer replicates hold far less than 95 %. */
const LEAST_FOR_BANDS = 20

export const areFew = (replicates: number): boolean => replicates < LEAST_FOR_BANDS

/** The replicates that a first look at so many platform accounts gives way to; null where `replicates` are the last. */
export function previewOf(part: Part, replicates: number | undefined, accounts: number): number | null {
  const last = looksFor(accounts).at(-1)!
  return part === "consequences" && replicates !== undefined && replicates < last ? last : null
}

/** What is said with each picture and table: the tiers, the replicates, and whether these make bands of 95 %. */
export function basisOf(
  t: Translate,
  format: Format,
  { tiers, tiersOff }: Pick<Setting, "tiers" | "tiersOff">,
  replicates: number,
): Basis {
  const told = TIERS.map((tier) =>
    t(tiersOff.includes(tier) ? "consequences.saved.off" : "consequences.saved.from", {
      tier: t(`tier.${tier}`),
      threshold: format.threshold(tiers[tier]),
    }),
  ).join("; ")
  const few = areFew(replicates) ? t("consequences.saved.few") : null
  return {
    lines: [
      t("consequences.saved.tiers.line", { tiers: told }),
      t("consequences.saved.replicates.line", { replicates: format.count(replicates) }),
      ...(few === null ? [] : [few]),
    ],
    columns: [
      { name: t("consequences.saved.tiers"), value: told },
      { name: t("consequences.saved.replicates"), value: replicates },
      ...(few === null ? [] : [{ name: t("consequences.saved.note"), value: few }]),
    ],
  }
}
