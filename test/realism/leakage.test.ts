/**
 * The leakage audit. The last part audits the quickstart, in small: the build fails when its population gives itself away.
 */
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { learnFusion } from "../../src/core/detection/fusion/fusion.ts"
import { createScoreIndex } from "../../src/core/evaluation/index.ts"
import { NONE, SPECTRUM_BANDS } from "../../src/core/evidence/evidence.ts"
import { allocateRawFeatures, describeTile, RAW_FEATURES } from "../../src/core/realism/features.ts"
import { describeNetwork } from "../../src/core/realism/features-network.ts"
import { limitsOf, MOST_OF_ONE, verdictOf, zonesOf } from "../../src/core/realism/landing.ts"
import type { LeakageReport, Separation } from "../../src/core/realism/leakage-report.ts"
import { linksOf } from "../../src/core/realism/network-links.ts"
import { relearn } from "../../src/core/realism/relearn.ts"
import { folded, separate } from "../../src/core/realism/separation.ts"
import { parseScenario } from "../../src/core/scenario/parse.ts"
import { auditLeakage } from "../../src/engine/realism.ts"
import { DAY, evidenceOf, HOUR, NATURAL_SPECTRUM } from "../detection/hand-made.ts"

const LOGISTIC = { method: "logistic", calibration: "isotonic", l2: 1, k: 2, weights: {} } as const

const column = (values: readonly number[]) => Float32Array.from(values)
const times = <Value>(count: number, of: (k: number) => Value) =>
  Array.from({ length: count }, (_, k) => of(k))

describe("a separation", () => {
  const label = Uint8Array.from({ length: 80 }, (_, k) => (k < 40 ? 0 : 1))

  it("is 1 where every AI-managed account has more, and as much in the other direction", () => {
    const found = folded(separate({ value: column(times(80, (k) => k)), label, seed: "a" }))
    expect(found).toMatchObject({ auc: 1, direction: "high", judged: 80 })
    const less = folded(separate({ value: column(times(80, (k) => -k)), label, seed: "a" }))
    expect(less).toMatchObject({ auc: 1, interval: [1, 1], direction: "low" })
  })

  it("has an interval that holds it, turned over with it", () => {
    const value = column(times(80, (k) => ((k * 37) % 80) - (k < 40 ? 0 : 12)))
    const { auc, interval, direction } = folded(separate({ value, label, seed: "a" }))
    expect(direction).toBe("low")
    expect(interval![0]).toBeLessThan(auc!)
    expect(interval![1]).toBeGreaterThan(auc!)
  })

  it("is not judged by fewer than twenty accounts of a class, and leaves out those without the number", () => {
    const value = column(times(80, (k) => (k > 20 && k < 40 ? Number.NaN : k)))
    expect(separate({ value, label, seed: "a" })).toMatchObject({ auc: 1, judged: 61 })
    const few = column(times(80, (k) => (k < 59 ? k : Number.NaN)))
    expect(separate({ value: few, label, seed: "a" })).toEqual({ auc: null, interval: null, judged: 59 })
  })
})

describe("raw features", () => {
  /** Of the first account in hand-made evidence. */
  function featuresOf(...[account]: Parameters<typeof evidenceOf>[0]) {
    const columns = allocateRawFeatures(1)
    describeTile(evidenceOf([account!]), columns)
    return (id: string) => columns[id]![0]!
  }

  it("have names of their own, and a value or NaN for every account", () => {
    expect(new Set(RAW_FEATURES.map(({ id }) => id)).size).toBe(RAW_FEATURES.length)
    const none = featuresOf({})
    expect(RAW_FEATURES.filter(({ id }) => none(id) === undefined)).toEqual([])
    expect([none("followers"), none("posts-per-day"), none("burstiness"), none("pictured")]).toEqual([
      100,
      0,
      Number.NaN,
      Number.NaN,
    ])
  })

  it("tell a clockwork poster's rhythm", () => {
    const of = featuresOf({ posts: times(28, (day) => ({ time: day * DAY + 12 * HOUR })) })
    expect(of("posts-per-day")).toBe(1)
    expect(of("gap-variation")).toBe(0)
    expect([of("median-gap"), of("least-gap")]).toEqual([DAY, DAY])
    expect([of("quiet-posts"), of("hour-entropy")]).toEqual([0, 0])
    expect([of("whole-minutes"), of("top-minute"), of("days-posting")]).toEqual([1, 1, 1])
  })

  it("tell habits of interaction, and haste only where a publication is known", () => {
    const actions = times(10, (k) => ({
      time: k * HOUR,
      kind: k < 8 ? 0 : 1,
      target: k < 5 ? 7 : 8,
      object: k,
      ...(k < 4 && { latency: k < 1 ? 30 : 100 }),
    }))
    const of = featuresOf({ actions })
    expect(of("share-like")).toBeCloseTo(0.8)
    expect([of("kinds-used"), of("top-target"), of("median-latency")]).toEqual([2, 0.5, 100])
    expect(of("targets")).toBeCloseTo(0.2)
    expect(of("fast-reactions")).toBeCloseTo(0.25)
  })

  it("tell how notes and pictures repeat, and a spectrum's slope", () => {
    const posts = times(8, (k) => ({
      time: k * HOUR,
      tokens: [k % 2, 5, 6],
      text: "Good! Really good, I think. Yes",
      media: { hash: [0, k < 4 ? 1 : k] as [number, number], exif: k < 2, spectrum: [...NATURAL_SPECTRUM] },
    }))
    const of = featuresOf({ posts })
    expect(of("self-duplicates")).toBe(0.75)
    expect([of("pictured"), of("exif"), of("hash-reuse")]).toEqual([1, 0.25, 0.375])
    expect(of("spectrum-slope")).toBeCloseTo(-2, 4)
    expect(of("spectrum-excess")).toBeCloseTo(0, 4)
    expect(of(`spectrum-${SPECTRUM_BANDS - 1}`)).toBeCloseTo(NATURAL_SPECTRUM.at(-1)!, 4)
    expect(of("marks")).toBeGreaterThan(0)
  })

  it("say what an account lacks", () => {
    const posts = times(9, (k) => ({ time: k }))
    const of = featuresOf({ posts, actions: [{ time: 3, target: 7, object: 1, latency: 5 }] })
    expect([of("no-posts"), of("few-posts"), of("no-interactions"), of("few-interactions")]).toEqual([
      0, 0, 0, 1,
    ])
    expect(of("no-reactions")).toBe(0)
    const none = featuresOf({})
    expect([none("no-posts"), none("few-posts"), none("no-interactions"), none("no-follows")]).toEqual([
      1, 1, 1, 1,
    ])
  })

  it("weigh reports by who files them", () => {
    const reports = [
      { time: 1, decided: 8, upheld: 7 },
      { time: 2, decided: 0, upheld: 0 },
    ]
    const of = featuresOf({ reports })
    expect([of("reports"), of("reporter-record")]).toEqual([2, 0.875])
    expect(of("weighted-reports")).toBeCloseTo(0.8 + 0.5)
  })
})

describe("raw features of the network", () => {
  /** Accounts 0 to 3: whom each follows, and whom it acts on. */
  function networkOf(
    ...accounts: { follows?: number[]; acts?: number[]; posts?: number; latency?: number }[]
  ) {
    const links = accounts.map(({ follows = [], acts = [], posts = 0, latency = NONE }, k) => ({
      firstAccount: k,
      accountCount: 1,
      posts: Uint32Array.of(posts),
      verified: Uint8Array.of(k === 0 ? 1 : 0),
      follows: { offset: Uint32Array.of(0, follows.length), target: Uint32Array.from(follows) },
      actor: new Uint32Array(acts.length).fill(k),
      target: Uint32Array.from(acts),
      latency: new Uint32Array(acts.length).fill(latency),
    }))
    const columns = describeNetwork(links, accounts.length)
    return (id: keyof typeof columns) => [...columns[id]].map((value) => Number(value.toFixed(3)))
  }

  it("tell who follows back, and who the followers are", () => {
    const of = networkOf({ follows: [1, 2] }, { follows: [0] }, { follows: [1] }, {})
    expect(of("follows-returned")).toEqual([0.5, 1, 0, Number.NaN])
    expect(of("followers-here")).toEqual([1, 2, 1, 0])
    expect(of("followers-returned")).toEqual([1, 0.5, 0, Number.NaN])
    expect(of("followers-verified")).toEqual([0, 0.5, 1, Number.NaN])
  })

  it("tell who interacts with whom, how often, and whether that is returned", () => {
    const of = networkOf(
      { follows: [1], acts: [1, 1, 2], posts: 2 },
      { acts: [0], posts: 2, latency: 30 },
      { acts: [1] },
      { acts: [0], latency: 90 },
    )
    expect(of("received-per-post")).toEqual([1, 1.5, Number.NaN, Number.NaN])
    expect(of("actors-per-post")).toEqual([1, 1, Number.NaN, Number.NaN])
    expect(of("top-actor")).toEqual([0.5, 0.667, 1, Number.NaN])
    expect(of("received-from-followers")).toEqual([0, 0.667, 0, Number.NaN])
    expect(of("received-fast")).toEqual([0.5, Number.NaN, Number.NaN, Number.NaN])
    expect(of("interactions-returned")).toEqual([0.667, 1, 0, 0])
    expect(of("to-followed")).toEqual([0.667, 0, 0, 0])
  })

  it("leave a tile with whoever is known to be acted on, and not with oneself", () => {
    const actions = [
      { time: 1, target: 3, latency: 9 },
      { time: 2, target: NONE },
      { time: 3, target: 0 },
    ]
    const links = linksOf(evidenceOf([{ actions, posts: [{ time: 5 }] }]))
    expect([[...links.actor], [...links.target], [...links.latency]]).toEqual([[0], [3], [9]])
    expect([...links.posts]).toEqual([1])
  })
})

describe("a fusion learned from a part", () => {
  it("is the one learned from that part alone", () => {
    const label = Uint8Array.from({ length: 400 }, (_, k) => (k % 4 === 0 ? 1 : 0))
    const score = Float32Array.from(
      label,
      (managed, k) => ((k * 13) % 40) / 100 + (managed && k < 200 ? 0.5 : 0),
    )
    const learning = { seed: "s", label, scores: { one: score } }
    const keep = Uint8Array.from(label, (_, k) => (k < 200 ? 1 : 0))
    const part = { seed: "s", label: label.slice(0, 200), scores: { one: score.slice(0, 200) } }
    const risk = relearn({ learning, keep, settings: LOGISTIC, labelShare: 0.25, scores: { one: score } })
    const { weights } = learnFusion(part, LOGISTIC, 0.25)
    const whole = relearn({
      learning,
      keep: keep.fill(1),
      settings: LOGISTIC,
      labelShare: 0.25,
      scores: { one: score },
    })
    expect(weights.one).toBeGreaterThan(0)
    expect(risk).not.toEqual(whole)
    // The high scores are a sure sign in the part, and half as sure a one in the whole.
    expect(risk[0]).toBeGreaterThan(whole[0]!)
  })
})

const area = (auc: number | null): Separation => ({
  auc,
  interval: auc === null ? null : [auc - 0.02, auc + 0.02],
  judged: 1000,
})

/** A report's parts, where nothing gives anything away. */
function parts(changes: { feature?: number; detector?: number; heldOut?: number | null } = {}) {
  const { feature = 0.7, detector = 0.8, heldOut = 0.75 } = changes
  const one = { unit: "", direction: "high" as const }
  return {
    features: [{ id: "age", title: "Days", of: "profile", ...one, ...area(feature) }],
    detectorFeatures: [{ id: "b", title: "B", of: "rhythm", ...one, ...area(0.6) }],
    detectors: [
      { id: "rhythm", layer: "behaviour" as const, title: "Rhythm", ...area(detector) },
      { id: "unjudged", layer: "reports" as const, title: "Reports", ...area(null) },
    ],
    fusion: {
      all: area(0.88),
      seen: area(0.9),
      heldOut: area(heldOut),
      leaveOneOut: [
        { archetype: "farm", ...area(0.7), whenSeen: 0.9, whenSeenInterval: [0.88, 0.92] as const },
        { archetype: "pod", ...area(0.8), whenSeen: 0.8, whenSeenInterval: [0.78, 0.82] as const },
        { archetype: "ring", ...area(0.6), whenSeen: null, whenSeenInterval: null },
      ],
    },
  }
}

describe("limits", () => {
  const passed = (changes?: Parameters<typeof parts>[0]) =>
    limitsOf(parts(changes)).map(({ exceeding }) => exceeding.map(({ name }) => name))

  it("are kept where nothing gives anything away, up to the limit itself", () => {
    expect(passed()).toEqual([[], []])
    expect(passed({ feature: MOST_OF_ONE, heldOut: null })).toEqual([[], []])
  })

  it("are exceeded by a feature, by a detector or by the fusion on kinds that it never met", () => {
    expect(passed({ feature: 0.951 })).toEqual([["profile: Days"], []])
    expect(passed({ feature: 0.96, detector: 0.97 })).toEqual([["rhythm", "profile: Days"], []])
    expect(passed({ heldOut: 0.995 })).toEqual([[], ["fusion"]])
  })
})

describe("the verdict", () => {
  const verdict = (changes?: Parameters<typeof parts>[0]) => verdictOf(limitsOf(parts(changes)))

  it("is open where a limit had nothing to judge, unless another is exceeded", () => {
    expect(verdict()).toBe(true)
    expect(verdict({ heldOut: null })).toBeNull()
    expect(verdict({ heldOut: null, feature: 0.97 })).toBe(false)
    expect(verdict({ heldOut: 0.995 })).toBe(false)
  })
})

describe("landing zones", () => {
  const random = times(400, (k) => (k * 7919) % 400)
  const risk = createScoreIndex(
    column(random.map((value, k) => (k % 4 === 0 && value > 100 ? 1000 + value : value))),
    Uint8Array.from(random, (_, k) => (k % 4 === 0 ? 1 : 0)),
  )
  const zones = (changes?: Parameters<typeof parts>[0]) =>
    Object.fromEntries(zonesOf(parts(changes), risk, "s").map((zone) => [zone.id, zone]))

  it("take the areas, the losses and the recall where they lie", () => {
    const found = zones()
    expect(found["single-lowest"]).toMatchObject({ value: 0.8, met: true, name: "rhythm" })
    expect(found["single-highest"]).toMatchObject({ value: 0.8, met: true, name: "rhythm" })
    expect(found["fused-seen"]!.name).toBeNull()
    expect(found["fused-seen"]).toMatchObject({ value: 0.9, met: true })
    expect(found["lost-on-unseen"]!.value).toBeCloseTo(0.15)
    expect(found["lost-on-unseen"]!.interval![0]).toBeCloseTo(0.15 - 0.02 * Math.SQRT2)
    expect(found["lost-when-left-out"]!.value).toBeCloseTo(0.1)
    expect(found["lost-when-left-out"]!.interval![1]).toBeCloseTo(0.1 + (0.02 * Math.sqrt(4)) / 2)
    const { value, interval } = found["fused-recall"]!
    expect(value).toBe(0.74)
    expect(interval![0]).toBeLessThanOrEqual(value!)
    expect(interval![1]).toBeGreaterThanOrEqual(value!)
  })

  it("take the strongest single signal wherever it is, and name it", () => {
    expect(zones({ feature: 0.89 })["single-highest"]).toMatchObject({
      value: 0.89,
      met: false,
      name: "profile: Days",
    })
  })

  it("are missed by what lies outside with its whole interval, and do not apply without a value", () => {
    expect(zones({ detector: 0.99 })["single-highest"]).toMatchObject({ met: false })
    expect(zones({ detector: 0.86 })["single-highest"]).toMatchObject({ met: true })
    expect(zones({ heldOut: null })["lost-on-unseen"]).toMatchObject({ value: null, met: null })
    expect(zones({ heldOut: 0.9 })["lost-on-unseen"]).toMatchObject({ met: false })
  })
})

describe("the quickstart", () => {
  let report: LeakageReport
  beforeAll(async () => {
    const quickstart = parseScenario(readFileSync("simulations/quickstart.yaml", "utf8"), "quickstart.yaml")
    // As many AI-managed accounts of each archetype among fewer people: areas are as sure, at half of the time.
    const scenario = {
      ...quickstart,
      accounts: 8000,
      prevalence: (quickstart.prevalence * quickstart.accounts) / 8000,
      fusion: { ...quickstart.fusion, learning: { ...quickstart.fusion.learning, accounts: 8000 } },
    }
    report = await auditLeakage(scenario, { workers: 2, workerFile: pathToFileURL("out/main/worker.js") })
  }, 300_000)

  it("gives no AI-managed account away by one number, nor a new kind by the fusion", () => {
    const exceeding = report.limits.flatMap((limit) =>
      limit.exceeding.map(({ name, auc }) => `${name}: ${auc}`),
    )
    expect(exceeding, "see assay realism quickstart --leakage").toEqual([])
    expect(report.passed).toBe(true)
  })

  it("is audited by all that there is", () => {
    expect(report.features).toHaveLength(RAW_FEATURES.length)
    for (const { of, id, auc, direction } of report.features) {
      if (auc !== null) expect(auc, `${of}/${id}`).toBeGreaterThanOrEqual(0.5)
      expect(direction === null).toBe(auc === null)
    }
    expect(report.fusion.heldOut.auc).not.toBeNull()
    const heldOut = report.fusion.leaveOneOut.filter(({ whenSeen }) => whenSeen === null)
    expect(heldOut.map(({ archetype }) => archetype)).toEqual(["virtual-influencer", "astroturf-ring"])
    expect(report.zones.every(({ met }) => met !== null)).toBe(true)
  })
})
