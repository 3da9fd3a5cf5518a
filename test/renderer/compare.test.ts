import { describe, expect, it } from "vitest"
import type { FigureComparison } from "../../src/core/evaluation/index.ts"
import { tiersAround } from "../../src/core/policy/tiers.ts"
import type { RunManifest } from "../../src/core/run.ts"
import { againstOf, compareAddress, settingAgainst } from "../../src/renderer/state/against.ts"
import { parsePlace, START } from "../../src/renderer/state/place.ts"
import { changed, ownSetting } from "../../src/renderer/state/setting.ts"
import { settingAt } from "../../src/renderer/state/setting-place.ts"
import { type Change, changesBetween, type ManifestSide } from "../../src/renderer/views/compare/changes.ts"
import { byVerdict, overallOf } from "../../src/renderer/views/compare/verdicts.ts"
import { fakeRun, tiny } from "../api/fakes.ts"

const detector = (id: string, version = 1) =>
  ({
    id,
    version,
    layer: "network",
    title: id,
    auc: null,
    aucInterval: null,
    judged: 1,
    summary: {},
  }) as const

function side(
  change: Partial<RunManifest> = {},
  setting: Partial<ManifestSide["setting"]> = {},
): ManifestSide {
  const manifest = {
    ...fakeRun().manifest,
    detectors: [detector("co-action"), detector("rhythm")],
    ...change,
  }
  const { threshold, definition } = manifest.scenario
  return { manifest, setting: { tiers: tiersAround(threshold), threshold, definition, ...setting } }
}

const kinds = (changes: readonly Change[]) => changes.map(({ kind }) => kind)

describe("what parts two sides", () => {
  it("is nothing for one run at one setting", () => {
    expect(changesBetween(side(), side(), false)).toEqual([])
  })

  it("is what was moved, unless thresholds are chosen for both", () => {
    const definition = { ...tiny.definition, oversight: 0.5, days: 3 }
    const moved = side({}, { threshold: 0.9, definition })
    expect(changesBetween(side(), moved, false)).toEqual([
      { kind: "threshold", a: tiny.threshold, b: 0.9 },
      { kind: "oversight", a: tiny.definition.oversight, b: 0.5 },
      { kind: "days", a: tiny.definition.days, b: 3 },
    ])
    expect(kinds(changesBetween(side(), moved, true))).toEqual(["oversight", "days"])
  })

  it("is what became of detectors, also of those switched off", () => {
    const other = side({ detectors: [detector("co-action", 2), detector("reports")] })
    expect(changesBetween(side(), other, false)).toEqual([
      { kind: "detectorsAdded", detectors: ["reports"] },
      { kind: "detectorsGone", detectors: ["rhythm"] },
      { kind: "detectorsRenewed", detectors: ["co-action"] },
    ])
    // Whoever writes a plug-in may forget to raise its version.
    const plugin = { kind: "module" as const, source: "module ./a.ts", features: [] }
    const plugged = (digest: string) =>
      side({ detectors: [{ ...detector("mine"), plugin: { ...plugin, digest } }] })
    expect(changesBetween(plugged("a"), plugged("b"), false)).toEqual([
      { kind: "detectorsRenewed", detectors: ["mine"] },
    ])
    expect(changesBetween(plugged("a"), plugged("a"), false)).toEqual([])
    expect(changesBetween(side(), { ...side(), off: ["rhythm"] }, false)).toEqual([
      { kind: "detectorsGone", detectors: ["rhythm"] },
    ])
  })

  it("is a plug-in that failed on one side alone, which no other figure of that side tells", () => {
    const failing = (...names: string[]) =>
      side({ failures: names.map((name) => ({ detector: name, message: "hangs" })) })
    expect(changesBetween(failing("late"), side(), false)).toEqual([
      { kind: "failedInA", detectors: ["late"] },
    ])
    expect(changesBetween(failing("late"), failing("late", "odd"), false)).toEqual([
      { kind: "failedInB", detectors: ["odd"] },
    ])
  })

  it("is fusion, by its method or by its weights", () => {
    const { fusion } = fakeRun().manifest
    expect(kinds(changesBetween(side(), side({ fusion: { ...fusion, intercept: -2 } }), false))).toEqual([
      "weights",
    ])
    const byMaximum = { ...fusion, method: "maximum" } as RunManifest["fusion"]
    expect(changesBetween(side(), side({ fusion: byMaximum }), false)).toEqual([
      { kind: "fusion", a: "logistic", b: "maximum" },
    ])
  })

  it("is who the accounts are, when they are others", () => {
    const other = { populationDigest: "9".repeat(64) }
    expect(kinds(changesBetween(side(), side(other), false))).toEqual(["population"])
    const scenario = { ...tiny, seed: "other", prevalence: 0.2 }
    expect(kinds(changesBetween(side(), side({ ...other, scenario, accounts: 9 }), false))).toEqual([
      "seed",
      "accounts",
      "prevalence",
    ])
  })
})

describe("the verdicts of all figures", () => {
  const figures = (...verdicts: FigureComparison["verdict"][]) => verdicts.map((verdict) => ({ verdict }))

  it.each([
    ["trade", figures("better", "worse", "no change")],
    ["better", figures("better", "inconclusive", "no change")],
    ["worse", figures("inconclusive", "worse")],
    ["open", figures("no change", "inconclusive")],
    ["none", figures("no change", "no change")],
  ] as const)("are %s as one", (overall, of) => {
    expect(overallOf(of)).toBe(overall)
  })

  it("are told group by group, none left out", () => {
    const all = figures("no change", "worse", "better", "no change") as FigureComparison[]
    const groups = byVerdict(all)
    expect(groups.map(({ verdict }) => verdict)).toEqual(["better", "worse", "no change"])
    expect(groups.flatMap((group) => group.figures)).toHaveLength(4)
  })
})

describe("an address that compares", () => {
  it("names both settings, the new one as the setting that is open", () => {
    const tiers = { watch: 0.01, label: 0.02, limit: 0.05, review: 0.123, suspend: 0.9 }
    const old = { tiers, threshold: 0.123, definition: { ...tiny.definition, oversight: 0.75 } }
    const now = changed(ownSetting(tiny), { threshold: 0.456, prevalence: 0.01 })
    const place = parsePlace(compareAddress({ ...START, run: "tiny-1", account: 3 }, old, now, tiny))
    expect(place).toMatchObject({ view: "compare", run: "tiny-1", account: null })
    expect(settingAt(place, tiny)).toEqual(now)
    expect(settingAgainst(place.against, tiny, now.tier)).toEqual(old)
    // Looked at another tier, it is that one's threshold.
    expect(settingAgainst(againstOf(null, old, tiny, "suspend"), tiny, "suspend")).toEqual({
      ...old,
      threshold: 0.9,
    })
  })

  it("leaves out what is the scenario's own", () => {
    const own = ownSetting(tiny)
    expect(againstOf(null, own, tiny, "suspend")).toEqual(START.against)
    expect(compareAddress(START, own, own, tiny)).toBe("#/compare")
  })
})
