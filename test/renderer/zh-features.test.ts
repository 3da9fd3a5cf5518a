/** Every raw feature of the leakage audit has a name in Chinese, and no name is left over. */
import { expect, it } from "vitest"
import { FEATURE_SECTIONS, RAW_FEATURES } from "../../src/core/realism/features.ts"
import { zhFeatures } from "../../src/renderer/i18n/zh-features.ts"

it("names exactly the raw features, and the evidence that they are of", () => {
  const keys = [
    ...FEATURE_SECTIONS.map(({ of }) => `leakage.of.${of}`),
    ...RAW_FEATURES.map(({ of, id }) => `leakage.feature.${of}.${id}`),
  ]
  expect(Object.keys(zhFeatures).toSorted()).toEqual(keys.toSorted())
})
