/** What of a tile's evidence is generated depends on what is asked for; what is there does not. */
import { beforeAll, describe, expect, it } from "vitest"
import { fingerprint } from "../../src/core/detection/conformance/evidence.ts"
import { allocateObserved } from "../../src/core/detection/detect.ts"
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import { observe } from "../../src/core/detection/observe.ts"
import { detectorsNamed } from "../../src/core/detection/registry.ts"
import { EVIDENCE_FIELDS, type Evidence, type EvidenceField } from "../../src/core/evidence/evidence.ts"
import type { ObservedRange } from "../../src/core/observing.ts"
import type { Words } from "../../src/core/population/notes.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import type { World } from "../../src/core/population/world.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { sizeOf } from "../../src/core/simulate.ts"
import { perform } from "../../src/core/tasks.ts"
import { buildTestWorld } from "./world.ts"

const ACCOUNTS = 300
// Accounts that switch have two phases, operators and pods have groups; brigades report, and some write English.
const scenario = scenarioSchema.parse({
  name: "parts",
  accounts: ACCOUNTS,
  days: 7,
  prevalence: 0.4,
  population: { languages: { zh: 1, en: 1 }, reports: { brigades: 0.5 } },
})

let world: World
let whole: Evidence
let prints: Record<string, string>
beforeAll(async () => {
  world = await buildTestWorld(scenario)
  whole = generateTile(world, 0, ACCOUNTS)
  prints = fingerprint(whole)
})

/** Columns that a field is about, which cost time; the others are always there. */
const COSTLY: readonly (readonly [RegExp, (field: EvidenceField) => boolean])[] = [
  [/^posts\.(tokens|tokenOffset|style)/, (field) => field === "posts.text" || field === "posts.style"],
  [/^posts\.media/, (field) => field === "posts.media"],
  [/^interactions/, (field) => field.startsWith("interactions.")],
  [/^follows/, (field) => field === "follows"],
  [/^reports/, (field) => field === "reports"],
]

describe("a tile of which only a part is asked for", () => {
  it.each(EVIDENCE_FIELDS)("has the very bits of a whole one in it: %s", (field) => {
    const part = fingerprint(generateTile(world, 0, ACCOUNTS, new Set([field])))
    const expected = Object.entries(prints).filter(([column]) =>
      COSTLY.every(([columns, costs]) => !columns.test(column) || costs(field)),
    )
    expect(part).toEqual(Object.fromEntries(expected))
    expect(expected.length).toBeGreaterThan(5)
  })

  it.each(DETECTOR_IDS)("shows %s all that it looks at", (id) => {
    const [detector] = detectorsNamed([id])
    const seen = (tile: Evidence) => {
      const observed = allocateObserved([detector!], sizeOf(world))
      observe(tile, [detector!], observed)
      return fingerprint(observed)
    }
    expect(seen(generateTile(world, 0, ACCOUNTS, new Set(detector!.reads)))).toEqual(seen(whole))
  })

  it("is the same with the words of its notes, which are written when they are not known", () => {
    const detectors = detectorsNamed(["near-duplicate-text"])
    const look = (words?: Words) => {
      const observed = allocateObserved(detectors, sizeOf(world))
      const range = { first: 0, end: ACCOUNTS, wantsWords: true, isChecked: false }
      const { written } = perform({ kind: "evidence", world, observed, words, ...range }) as ObservedRange
      return { written, print: fingerprint(observed) }
    }
    const { written, print } = look()
    expect(look(written!)).toEqual({ written: null, print })
    const others = { ...written!, tokens: written!.tokens.map((token) => token ^ 1) }
    expect(look(others).print).not.toEqual(print)
  })

  it("yields no checksum unless all was generated that it is taken over", () => {
    const observed = allocateObserved(detectorsNamed(["posting-rhythm"]), sizeOf(world))
    const task = { kind: "evidence", world, observed, first: 0, end: ACCOUNTS, wantsWords: false } as const
    expect(perform({ ...task, isChecked: false })).toEqual({ checksum: null, written: null })
    const withAll = allocateObserved(detectorsNamed(DETECTOR_IDS), sizeOf(world))
    expect(perform({ ...task, isChecked: true })).toEqual(
      perform({ ...task, observed: withAll, isChecked: true }),
    )
  })
})

describe("the generator", () => {
  it("reads no setting that a population's key leaves out", async () => {
    const idle = ["definition", "detectors", "fusion", "threshold", "expectations", "gate", "rounds", "name"]
    const guarded = new Proxy(scenario, {
      get(target, name) {
        if (typeof name === "string" && idle.includes(name)) throw new Error(`reads ${name}`)
        return Reflect.get(target, name)
      },
    })
    const again = await buildTestWorld(guarded)
    expect(fingerprint(generateTile(again, 0, ACCOUNTS))).toEqual(prints)
    expect(() => guarded.fusion).toThrow("reads fusion")
  })
})
