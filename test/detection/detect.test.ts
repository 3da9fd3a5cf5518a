import { describe, expect, it } from "vitest"
import { postingRhythm } from "../../src/core/detection/behaviour/posting-rhythm.ts"
import { populationView, rowOf, scoreAll } from "../../src/core/detection/detect.ts"
import { detectEvidence } from "../../src/core/detection/detect-evidence.ts"
import { type Detector, LAYERS } from "../../src/core/detection/detector.ts"
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import { oneIn, percent, reason, strongest } from "../../src/core/detection/reason.ts"
import { detectorsNamed } from "../../src/core/detection/registry.ts"
import { DetectorError } from "../../src/core/errors.ts"
import { observeTile } from "../../src/core/observing.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { evidenceOf, sizeOfEvidence } from "./hand-made.ts"

describe("the registry", () => {
  it("has a detector of every id, layer by layer, in the order of the ids", () => {
    const detectors = detectorsNamed([...DETECTOR_IDS].reverse())
    expect(detectors.map(({ id }) => id)).toEqual([...DETECTOR_IDS])
    expect([...new Set(detectors.map(({ layer }) => layer))]).toEqual([...LAYERS])
    const positions = detectors.map(({ layer }) => LAYERS.indexOf(layer))
    expect(positions).toEqual([...positions].sort())
    expect(detectorsNamed(["co-action"]).map(({ id }) => id)).toEqual(["co-action"])
    expect(detectorsNamed([])).toEqual([])
  })
})

/** Answers with whatever its only feature holds. */
const echo = (score: (value: number) => unknown): Detector => ({
  id: "echo",
  layer: "behaviour",
  title: "Echo",
  version: 1,
  reads: ["posts.time"],
  features: [{ id: "value", title: "Value", unit: "" }],
  score: (row) => score(row[0]!) as number,
  reasons: () => [],
})
const scored = (score: (value: number) => unknown, values: readonly number[] = [0.5]) =>
  scoreAll(echo(score), { value: Float32Array.from(values) }, values.length)

describe("scores", () => {
  it("may be 0, 1, anything between, or missing", () => {
    expect([...scored((value) => value, [0, 1, 0.25, Number.NaN])]).toEqual([0, 1, 0.25, Number.NaN])
  })

  it.each([
    ["above 1", 1.01],
    ["below 0", -0.01],
    ["infinite", Number.POSITIVE_INFINITY],
    ["minus infinite", Number.NEGATIVE_INFINITY],
    ["not there", undefined],
    ["null", null],
    ["a text", "0.5"],
  ])("that are %s fail by the detector's name", (_, found) => {
    expect(() => scored(() => found)).toThrow(DetectorError)
    expect(() => scored(() => found)).toThrow(
      `detector echo: score of account 0 must be in [0, 1] or NaN, got ${found}`,
    )
  })

  it("name the account that failed", () => {
    expect(() => scored((value) => value, [0.1, 0.2, 7])).toThrow("score of account 2")
  })

  it("need one value an account of every feature", () => {
    const message = "detector echo: feature value must have 3 values, one an account"
    expect(() => scoreAll(echo(Number), { value: new Float32Array(2) }, 3)).toThrow(message)
    expect(() => scoreAll(echo(Number), {}, 3)).toThrow(message)
  })

  it("are made from a row in the order of the features", () => {
    const twoFeatures = {
      ...echo(Number),
      features: [
        { id: "b", title: "B", unit: "" },
        { id: "a", title: "A", unit: "" },
      ],
    }
    expect([...rowOf(twoFeatures, { a: Float32Array.of(1, 2), b: Float32Array.of(3, 4) }, 1)]).toEqual([4, 2])
  })
})

describe("evidence that somebody brings", () => {
  const evidence = evidenceOf([{ posts: [{ time: 5 }] }, {}])
  const settings = { coActionWindow: 60 }

  it("runs the detectors it suffices for, and says what the others lack", async () => {
    const found = await detectEvidence(
      detectorsNamed(["posting-rhythm", "near-duplicate-text", "co-action", "report-reliability"]),
      evidence,
      sizeOfEvidence(evidence),
      ["posts.time", "interactions.object", "reports"],
      settings,
      inProcess,
      () => {},
    )
    expect(found.ran.map(({ id }) => id)).toEqual(["posting-rhythm", "report-reliability"])
    expect(found.couldNotRun.map(({ detector, lacks }) => [detector.id, lacks])).toEqual([
      ["near-duplicate-text", ["posts.text"]],
      ["co-action", ["interactions.time"]],
    ])
    expect(Object.keys(found.scores)).toEqual(["posting-rhythm", "report-reliability"])
  })

  it("fails by the detector's name when a detector throws", () => {
    const torn = { ...evidence, posts: { ...evidence.posts!, offset: null as unknown as Uint32Array } }
    const features = Object.fromEntries(postingRhythm.features.map(({ id }) => [id, new Float32Array(2)]))
    const observe = () => observeTile(torn, { features: { "posting-rhythm": features }, links: {} })
    expect(observe).toThrow(DetectorError)
    expect(observe).toThrow(/^detector posting-rhythm: /)
  })
})

describe("the view of the population", () => {
  const view = populationView({ gap: Float32Array.of(3, 1, Number.NaN, 2, 2), none: new Float32Array(0) })

  it("tells the share at or above a value, of the accounts that have one", () => {
    expect(view.shareAtOrAbove("gap", 0)).toBe(1)
    expect(view.shareAtOrAbove("gap", 2)).toBe(0.75)
    expect(view.shareAtOrAbove("gap", 2.5)).toBe(0.25)
    expect(view.shareAtOrAbove("gap", 3.1)).toBe(0)
    expect(view.shareAtOrAbove("none", 1)).toBe(0)
  })

  it("leaves the column as it was", () => {
    const gap = Float32Array.of(3, 1, 2)
    populationView({ gap }).shareAtOrAbove("gap", 1)
    expect([...gap]).toEqual([3, 1, 2])
  })
})

describe("a reason", () => {
  it("is the sentence filled with its values, and weighs from 0 to 1", () => {
    const made = reason("a.b", 3, "{count} of {posts}, {count}", { count: 4, posts: 9 })
    expect(made).toEqual({ id: "a.b", weight: 1, values: { count: 4, posts: 9 }, text: "4 of 9, 4" })
    expect(reason("a", -2, "", {}).weight).toBe(0)
  })

  it("comes after stronger ones, and not at all when it says nothing", () => {
    const weighing = (weight: number) => reason(`of.${weight}`, weight, "", {})
    const kept = strongest([weighing(0.2), null, weighing(0.9), weighing(0.01), weighing(Number.NaN)])
    expect(kept.map(({ weight }) => weight)).toEqual([0.9, 0.2])
  })

  it("says shares as people do", () => {
    expect(oneIn(0.005)).toBe(200)
    expect(oneIn(0.9)).toBe(1)
    expect(oneIn(0)).toBe(10_000)
    expect(percent(0.125)).toBe(13)
  })
})
