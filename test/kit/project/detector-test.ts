import { account, at, expect, test } from "assay/vitest"
import latePoster from "./late-poster.ts"

test("knows who posts at night, and says so", async ({ assay }) => {
  const owl = account({ posts: [at(0, "01:00"), at(1, "02:30"), at(2, "13:00")] })
  const { score, reasons, features } = await assay.score(latePoster, owl)
  expect(score).toBeCloseTo(2 / 3, 6)
  expect(features.late).toBe(score)
  expect(reasons).toEqual(["67 % of its posts are from the night"])
})

test("says nothing of who never posts", async ({ assay }) => {
  const [silent, day] = await assay.score("./late-poster.ts", [
    account({}),
    account({ posts: [at(3, "12:00")] }),
  ])
  expect(silent!.score).toBeNaN()
  expect(day).toMatchObject({ score: 0, reasons: [] })
})

test("keeps its contract", async () => {
  await expect("./late-poster.ts").toConform({ tolerance: 0 })
})

test("judges a scenario, from its file as from the object", async ({ assay }) => {
  const scenario = "tiny"
  const judged = await assay.judge("./late-poster.ts", { scenario, accounts: 300 })
  const same = await assay.judge(latePoster, { scenario, accounts: 300 })
  expect(judged.scores).toEqual(same.scores)
  expect(judged).toReachAuc(0.2)
  expect(judged).toReachRecall(0.01, { threshold: 0.01, sure: true })
  expect(judged).toKeepFpr(0.05, { atFpr: 0.05 })
  expect(judged).toHitNobodyOf("merchant-with-scheduler", { threshold: 0.999 })
  expect(judged).not.toReachRecall(1, { atFpr: 0.01 })
})
