import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, vi } from "vitest"
import { type Detector, defineDetector } from "../../src/kit/index.ts"
import { type Assay, expect, test } from "../../src/kit/vitest.ts"

const folder = mkdtempSync(join(tmpdir(), "assay-kit-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Scores by followers alone, so that it is wrong about some and fast. */
const fewFollowers = defineDetector({
  id: "few-followers",
  layer: "network",
  title: "Few followers",
  version: 1,
  reads: ["profiles"],
  features: [{ id: "followers", title: "Followers", unit: "count" }],
  observe({ profiles }, columns) {
    columns.followers.set(profiles.followers)
  },
  score: (row) => 1 / (1 + row[0]! / 100),
  reasons({ 0: count = Number.NaN }) {
    if (Number.isNaN(count)) return []
    return [{ id: "few-followers.few", values: { count }, text: `${count} follow it`, weight: 1 }]
  },
})

const judge = (assay: Assay, detector: Detector = fewFollowers) => assay.judge(detector, { scenario: "tiny" })

/** What an expectation that fails says. */
function failureOf(expectation: () => void): string {
  try {
    expectation()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error("the expectation held")
}

describe("a judged population", () => {
  test("holds scores, labels and archetypes of all accounts", async ({ assay }) => {
    const judged = await judge(assay)
    expect(judged).toMatchObject({ of: "few-followers", scenario: "tiny", seed: "tiny", accounts: 500 })
    expect(judged.managed + judged.authentic).toBe(500)
    expect(judged.labels.reduce((sum, label) => sum + label, 0)).toBe(judged.managed)
    expect(judged.archetypes).toContain("merchant-with-scheduler")
  })

  test("counts what a threshold does, exactly", async ({ assay }) => {
    const judged = await judge(assay)
    const isHit = (one: number) => judged.labels[one] === 0 && judged.scores[one]! >= 0.5
    const merchants = [...judged.archetypes.keys()].filter(
      (one) => judged.archetypes[one] === "merchant-with-scheduler" && judged.labels[one] === 0,
    )
    const hit = merchants.filter(isHit)
    const rate = judged.falsePositiveRate({ threshold: 0.5 }, "merchant-with-scheduler")
    expect(rate).toMatchObject({ value: hit.length / merchants.length, accounts: merchants.length })
    expect(rate.interval[0]).toBeLessThan(rate.value)
    expect(rate.interval[1]).toBeGreaterThan(rate.value)
    const told = judged.hit({ threshold: 0.5 }, "merchant-with-scheduler")
    expect(told.map(({ account }) => account).sort((a, b) => a - b)).toEqual(hit)
    expect(told[0]!.reasons[0]).toMatch(/^\d+ follow it$/)
  })

  test("is another one with another seed, and the same with the same", async ({ assay }) => {
    const options = { scenario: "tiny", accounts: 200 }
    const [a, b, other] = await Promise.all([
      assay.judge(fewFollowers, options),
      assay.judge(fewFollowers, options),
      assay.judge(fewFollowers, { ...options, seed: "other" }),
    ])
    expect(a.scores).toEqual(b.scores)
    expect(other.scores).not.toEqual(a.scores)
    expect(other.seed).toBe("other")
  })
})

describe("a failure", () => {
  test("tells the estimate, its interval, the accounts, scenario and seed, and what repeats it", async ({
    assay,
  }) => {
    const judged = await judge(assay)
    const { value, interval, accounts } = judged.recall({ atFpr: 0.01 })
    const [low, high] = interval.map((end) => Number(end.toFixed(4)))
    expect(failureOf(() => expect(judged).toReachRecall(0.99, { atFpr: 0.01 })).split("\n")).toEqual([
      `few-followers reaches recall ${Number(value.toFixed(4))} at FPR 1 % on tiny, seed "tiny", 500 accounts; wanted: 0.99 or more`,
      `  95 % interval ${low} to ${high}, from ${accounts} AI-managed accounts`,
      "  repeat: npx vitest run test/kit/matchers.test.ts -t 'tells the estimate, its interval, the accounts, scenario and seed, and what repeats it'",
    ])
  })

  test("asks the whole interval when it must be sure", async ({ assay }) => {
    const judged = await judge(assay)
    const { value, interval } = judged.recall({ threshold: 0.5 })
    expect(judged).toReachRecall(value, { threshold: 0.5 })
    expect(judged).not.toReachRecall(value, { threshold: 0.5, sure: true })
    expect(judged).toReachRecall(interval[0], { threshold: 0.5, sure: true })
    const rate = judged.falsePositiveRate({ threshold: 0.5 })
    expect(judged).toKeepFpr(rate.value, { threshold: 0.5 })
    expect(judged).not.toKeepFpr(rate.value, { threshold: 0.5, sure: true })
    expect(judged).toKeepFpr(rate.interval[1], { threshold: 0.5, sure: true })
  })

  test("names whom it hits, and why", async ({ assay }) => {
    const judged = await judge(assay)
    const said = failureOf(() => expect(judged).toHitNobodyOf("casual", { threshold: 0.5 }))
    expect(said).toMatch(
      /^few-followers hits \d+ of \d+ authentic accounts of casual at threshold 0.5 on tiny/,
    )
    expect(said).toMatch(/\n {2}account \d+ \(casual\) at 0?\.?\d+: \d+ follow it\n/)
    expect(said).toMatch(/\n {2}and \d+ more\n/)
    expect(judged).toHitNobodyOf("casual", { threshold: 1 })
  })

  test("is what hitting nobody of nobody is", async ({ assay }) => {
    const judged = await judge(assay)
    const said = failureOf(() => expect(judged).toHitNobodyOf("clockwork-poster", { threshold: 1 }))
    expect(said).toContain("hits 0 of 0 authentic accounts of clockwork-poster")
  })
})

describe("an account without a score", () => {
  /** Sure of whoever has many followers, and silent of all others. */
  const famousOnly: Detector = { ...fewFollowers, score: (row) => (row[0]! > 800 ? 1 : Number.NaN) }

  test("counts, as not flagged and below all others", async ({ assay }) => {
    const judged = await judge(assay, famousOnly)
    const having = (label: number) =>
      [...judged.scores.keys()].filter((one) => judged.labels[one] === label && judged.scores[one] === 1)
    const [hit, caught] = [having(0).length, having(1).length]
    expect(caught).toBeGreaterThan(0)
    expect(judged.recall({ threshold: 0.5 })).toMatchObject({
      value: caught / judged.managed,
      accounts: judged.managed,
      unscored: judged.managed - caught,
    })
    expect(judged.falsePositiveRate({ threshold: 0.5 })).toMatchObject({
      value: hit / judged.authentic,
      accounts: judged.authentic,
      unscored: judged.authentic - hit,
    })
    // The rate is one of all authentic accounts, so all of these few may be flagged.
    const rate = hit / judged.authentic
    expect(judged.threshold({ atFpr: rate })).toBe(1)
    const chosen = judged.recall({ atFpr: rate })
    expect(chosen.value).toBe(caught / judged.managed)
    expect(chosen.interval[1]).toBeLessThan(0.9)
    // Two steps: those with a score, then all the others at once.
    expect(judged.auc().value).toBeCloseTo((1 + caught / judged.managed - rate) / 2, 12)
    expect(judged.auc().unscored).toBe(500 - hit - caught)
    expect(judged.precision({ threshold: 0.5 })).toMatchObject({ accounts: hit + caught, unscored: 0 })
  })

  test("is told of a failure", async ({ assay }) => {
    const judged = await judge(assay, famousOnly)
    const { unscored } = judged.recall({ threshold: 0.5 })
    expect(failureOf(() => expect(judged).toReachRecall(0.9, { threshold: 0.5 }))).toContain(
      `from ${judged.managed} AI-managed accounts, of which ${unscored} have no score and are not flagged\n`,
    )
    expect(failureOf(() => expect(judged).toReachAuc(0.99))).toContain(
      `from 500 accounts, of which ${judged.auc().unscored} have no score and are ranked below all others\n`,
    )
    const merchants = judged.falsePositiveRate({ threshold: 0.5 }, "merchant-with-scheduler")
    const said = failureOf(() => expect(judged).toHitNobodyOf("merchant-with-scheduler", { threshold: 0.5 }))
    expect(said).toContain(
      `of merchant-with-scheduler ${merchants.unscored} have no score and are not flagged`,
    )
  })
})

describe("a mistake is named:", () => {
  const unknown = (value: unknown) => value as never

  test("an argument that is none", async ({ assay }) => {
    const judged = await judge(assay)
    const expected = expect(judged)
    const half = { threshold: 0.5 }
    const mistakes: readonly (readonly [() => void, string])[] = [
      [() => expected.toKeepFpr(0.9, unknown({})), "toKeepFpr: at must have threshold or atFpr, got {}"],
      [
        () => expected.toReachRecall(0.6, unknown(undefined)),
        "toReachRecall: at must be an object of threshold, atFpr, sure, of, got undefined",
      ],
      [
        () => expected.toReachRecall(0.6, { atFpr: 5 }),
        "toReachRecall: at.atFpr must be a number in [0, 1], got 5",
      ],
      [
        () => expected.toReachPrecision(0.6, unknown({ threshold: "0.5" })),
        'toReachPrecision: at.threshold must be a number in [0, 1], got "0.5"',
      ],
      [
        () => expected.toKeepFprOf("casual", 0.1, unknown({ threshold: 0.5, atFpr: 0.1 })),
        "toKeepFprOf: at must have one of threshold and atFpr, got both",
      ],
      [
        () => expected.toHitNobodyOf("casual", unknown({ treshold: 0.5 })),
        "toHitNobodyOf: at has no treshold here; did you mean threshold? (allowed: threshold, atFpr)",
      ],
      [() => expected.toReachRecall(60, half), "toReachRecall: least must be a number in [0, 1], got 60"],
      [
        () => expected.toReachPrecision(Number.NaN, half),
        "toReachPrecision: least must be a number in [0, 1], got NaN",
      ],
      [() => expected.toReachAuc(unknown("0.5")), 'toReachAuc: least must be a number in [0, 1], got "0.5"'],
      [() => expected.toKeepFpr(-0.1, half), "toKeepFpr: most must be a number in [0, 1], got -0.1"],
      [
        () => expected.toKeepFprOf("casual", unknown(half), half),
        'toKeepFprOf: most must be a number in [0, 1], got {"threshold":0.5}',
      ],
      [
        () => expected.toHitNobodyOf(unknown(7), half),
        "toHitNobodyOf: cohort must be a cohort's name, as newsroom or language:en, got 7",
      ],
      [
        () => expected.toReachRecall(0.6, unknown({ ...half, of: "" })),
        'toReachRecall: at.of must be a cohort\'s name, as newsroom or language:en, got ""',
      ],
      [
        () => expected.toKeepFpr(0.1, unknown({ ...half, sure: "yes" })),
        'toKeepFpr: at.sure must be true or false, got "yes"',
      ],
      [
        () => expected.toReachAuc(0.5, unknown(half)),
        "toReachAuc: options has no threshold here; allowed: sure",
      ],
      [() => judged.recall(unknown({})), "recall: at must have threshold or atFpr, got {}"],
      [() => judged.hit({ atFpr: 2 }), "hit: at.atFpr must be a number in [0, 1], got 2"],
    ]
    for (const [ask, said] of mistakes) expect(failureOf(ask)).toBe(said)
    await expect(expect(fewFollowers).toConform({ tolerance: 2 })).rejects.toThrow(
      "toConform: options.tolerance must be a number in [0, 1], got 2",
    )
    // What `threshold` answers when only flagging nobody keeps the rate.
    expected.toKeepFpr(0, { threshold: Number.POSITIVE_INFINITY })
  })

  test("a cohort that is not there", async ({ assay }) => {
    const judged = await judge(assay)
    expect(() => expect(judged).toKeepFprOf("merchant-with-schedule", 0.1, { atFpr: 0.01 })).toThrow(
      "tiny has no cohort merchant-with-schedule; did you mean merchant-with-scheduler?",
    )
    expect(() => expect(judged).toKeepFprOf("language:fr", 0.1, { atFpr: 0.01 })).toThrow(
      "tiny has no cohort language:fr; allowed: zh, en",
    )
  })

  test("a promise that nobody awaited", async ({ assay }) => {
    const promise = judge(assay)
    expect(() => expect(promise).toReachAuc(0.5)).toThrow("got a promise (await it)")
    await promise
  })

  test("a scenario, a number of accounts or a file that is not there", async ({ assay }) => {
    await expect(assay.judge(fewFollowers, { scenario: "tinny" })).rejects.toThrow("did you mean tiny?")
    await expect(assay.judge(fewFollowers, { scenario: "tiny", accounts: 5 })).rejects.toThrow("accounts: ")
    await expect(assay.judge("./not-there.ts", { scenario: "tiny" })).rejects.toThrow(
      "detector module ./not-there.ts: module: there is no file",
    )
  })

  test("what a detector throws, with where it threw", async ({ assay }) => {
    const broken: Detector = {
      ...fewFollowers,
      score() {
        throw new RangeError("no row")
      },
    }
    const error: Error = await judge(assay, broken).then(
      () => expect.fail(),
      (thrown) => thrown,
    )
    expect(error.message).toBe("detector few-followers: score (account 0) threw RangeError: no row")
    expect((error.cause as Error).stack).toContain("matchers.test.ts")
  })
})

describe("a detector", () => {
  test("keeps its contract, as an object; package.test.ts asks it of a file", async ({ assay: _ }) => {
    await expect(fewFollowers).toConform()
  })

  test("that breaks it fails with each broken promise by its name", async ({ assay: _ }) => {
    const broken: Detector = { ...fewFollowers, score: () => 1.5 }
    const error: Error = await expect(broken)
      .toConform()
      .then(
        () => expect.fail(),
        (thrown) => thrown,
      )
    expect(error.message).toMatch(/^few-followers breaks \d+ of \d+ promises of the conformance suite\n/)
    expect(error.message).toMatch(
      /\n {2}[a-z][^\n]*, over [^\n]*: [^\n]*1\.5; the same breaks \d+ other promises$/,
    )
    expect(error.message.split("must be in [0, 1] or NaN, got 1.5")).toHaveLength(2)
    await expect(broken).not.toConform()
  })
})

describe("a run", () => {
  test("fuses a detector of one's own with the scenario's", async ({ assay }) => {
    const file = join(folder, "two.yaml")
    writeFileSync(
      file,
      "name: two\naccounts: 300\ndays: 7\nprevalence: 0.2\ndetectors: { use: [posting-rhythm] }\n" +
        "fusion: { learning: { accounts: 1000, prevalence: 0.2 } }\n",
    )
    const run = await assay.run(file, { detectors: [fewFollowers] })
    const alone = await assay.judge(fewFollowers, { scenario: file })
    expect(run).toMatchObject({ of: "risk", scenario: "two", accounts: 300 })
    expect(run.detector("few-followers").scores).toEqual(alone.scores)
    expect(run.scores).not.toEqual(run.detector("posting-rhythm").scores)
    expect(run.reasons(0)).toContain(alone.reasons(0)[0])
    expect(run).toReachAuc(0.2)
    expect(() => run.detector("few-folowers")).toThrow("did you mean few-followers?")
  })

  test("takes what earlier tests made from the cache, where one is named", async ({ assay }) => {
    const cache = join(folder, "cache")
    // Notes are read again only by a detector that looks at them.
    const entries = () =>
      readdirSync(cache)
        .filter((name) => !name.endsWith(".notes.kept"))
        .map((name) => join(cache, name))
    vi.stubEnv("ASSAY_CACHE", cache)
    const file = join(folder, "kept.yaml")
    writeFileSync(
      file,
      "name: kept\naccounts: 100\ndays: 7\nprevalence: 0.2\ndetectors: { use: [posting-rhythm] }\n" +
        "fusion: { learning: { accounts: 1000, prevalence: 0.2 } }\n",
    )
    try {
      const first = await assay.run(file)
      const made = entries()
      // Of both populations the accounts and what one detector found.
      expect(made).toHaveLength(4)
      for (const path of made) utimesSync(path, 1, 1)
      const again = await assay.run(file)
      expect(again.scores).toEqual(first.scores)
      expect([...made.map((path) => statSync(path).mtimeMs > 1000), ...entries().slice(4)]).toEqual(
        made.map(() => true),
      )
      for (const path of made) utimesSync(path, 1, 1)
      await assay.judge(fewFollowers, { scenario: file })
      expect(made.filter((path) => statSync(path).mtimeMs > 1000)).toHaveLength(1)
    } finally {
      vi.unstubAllEnvs()
    }
  })
})
