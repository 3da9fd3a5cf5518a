/** What the declarations must refuse: each line that is expected to be an error and is none fails the compilation. */
import { defineDetector } from "assay"
import { expect, test } from "assay/vitest"

export default defineDetector({
  id: "refused",
  // @ts-expect-error there is no such layer
  layer: "mood",
  title: "Refused",
  version: 1,
  reads: ["posts.time"],
  features: [{ id: "late", title: "Late", unit: "share" }],
  observe(tile, columns) {
    // @ts-expect-error only declared features have a column
    columns.lat.fill(0)
    // @ts-expect-error only declared evidence is there for sure
    columns.late.fill(tile.follows.target.length)
  },
  score: () => 0.5,
  reasons: () => [],
})

export const withoutPlace = () =>
  test("a recall", async ({ assay }) => {
    const judged = await assay.judge("./late-poster.ts", { scenario: "tiny" })
    // @ts-expect-error where recall is judged must be said
    expect(judged).toReachRecall(0.6)
    // @ts-expect-error nor does an empty object say it
    expect(judged).toKeepFpr(0.9, {})
    // @ts-expect-error nor do two places
    expect(judged).toHitNobodyOf("casual", { threshold: 0.5, atFpr: 0.01 })
    // @ts-expect-error a scenario must be named
    await assay.judge("./late-poster.ts")
  })
