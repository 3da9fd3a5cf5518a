/**
 * Raw features: what anybody could count of the evidence about an account without a detector. The leakage audit asks how
 * well each tells AI-managed accounts from authentic ones on its own. NaN where the account has too little to count.
 */
import type { Feature } from "../detection/detector.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { shared } from "../shared-columns.ts"
import { interactionFeatures } from "./features-interaction.ts"
import { mediaFeatures } from "./features-media.ts"
import { missingFeatures } from "./features-missing.ts"
import { networkFeatures } from "./features-network.ts"
import { postingFeatures } from "./features-posting.ts"
import { profileFeatures } from "./features-profile.ts"
import { reportFeatures } from "./features-reports.ts"
import type { FeatureSection, Section } from "./features-section.ts"
import { textFeatures } from "./features-text.ts"
import { linksOf, type TileLinks } from "./network-links.ts"

const OF_ONE_ACCOUNT: readonly FeatureSection[] = [
  profileFeatures,
  postingFeatures,
  interactionFeatures,
  textFeatures,
  mediaFeatures,
  reportFeatures,
  missingFeatures,
]

export const FEATURE_SECTIONS: readonly Section[] = [...OF_ONE_ACCOUNT, networkFeatures]

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

/** Writes the tile's slice of the columns, and tells what joins its accounts to others, for `describeNetwork`. */
export function describeTile(tile: Evidence, columns: RawFeatureColumns): TileLinks {
  for (const { features, describe } of OF_ONE_ACCOUNT) {
    for (let account = 0; account < tile.accountCount; account++) {
      const values = describe(tile, account)
      if (values === null) continue
      for (const [k, { id }] of features.entries()) columns[id][tile.firstAccount + account] = values[k]
    }
  }
  return linksOf(tile)
}
