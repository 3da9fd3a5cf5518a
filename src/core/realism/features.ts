/**
 * Raw features: what anybody could count of one account's evidence without a detector. The leakage audit asks how
 * well each tells AI-managed accounts from authentic ones on its own. NaN where the account has too little to count.
 */
import type { Feature } from "../detection/detector.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { shared } from "../shared-columns.ts"
import { interactionFeatures } from "./features-interaction.ts"
import { mediaFeatures } from "./features-media.ts"
import { postingFeatures } from "./features-posting.ts"
import { profileFeatures } from "./features-profile.ts"
import { reportFeatures } from "./features-reports.ts"
import type { FeatureSection } from "./features-section.ts"
import { textFeatures } from "./features-text.ts"

export const FEATURE_SECTIONS: readonly FeatureSection[] = [
  profileFeatures,
  postingFeatures,
  interactionFeatures,
  textFeatures,
  mediaFeatures,
  reportFeatures,
]

export interface RawFeature extends Feature {
  /** The section's name. */
  readonly of: string
}

export const RAW_FEATURES: readonly RawFeature[] = FEATURE_SECTIONS.flatMap(({ of, features }) =>
  features.map((feature) => ({ ...feature, of })),
)

/** One value an account, by feature id. */
export type RawFeatureColumns = Readonly<Record<string, Float32Array>>

/** Columns that threads can share, all missing. */
export function allocateRawFeatures(accounts: number): RawFeatureColumns {
  return Object.fromEntries(RAW_FEATURES.map(({ id }) => [id, shared.f32(accounts).fill(Number.NaN)]))
}

/** Writes the tile's slice of the columns. */
export function describeTile(tile: Evidence, columns: RawFeatureColumns): void {
  for (const { features, describe } of FEATURE_SECTIONS) {
    for (let account = 0; account < tile.accountCount; account++) {
      const values = describe(tile, account)
      if (values === null) continue
      for (const [k, { id }] of features.entries()) columns[id][tile.firstAccount + account] = values[k]
    }
  }
}
