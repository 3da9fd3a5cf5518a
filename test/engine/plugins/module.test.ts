/** Modules: what they may be written in, what they find, and each fault by its name. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { fingerprint } from "../../../src/core/detection/conformance/evidence.ts"
import type { Detector } from "../../../src/core/detection/detector.ts"
import { pluginSchema } from "../../../src/core/detection/plugin.ts"
import { evidenceOf, type HandAccount } from "../../../src/core/evidence/hand-made.ts"
import { Beat } from "../../../src/engine/plugins/beat.ts"
import { readPluginContent } from "../../../src/engine/plugins/content.ts"
import { describeModule, judgeByModule, requireDetector } from "../../../src/engine/plugins/module.ts"
import { sizeOfEvidence } from "../../detection/hand-made.ts"
import { failureOf, folder, open, population, SETTINGS, write } from "./workplace.ts"

/** A sound detector, as text; `parts` replace members, `before` stands above it. */
const text = (parts = "", before = "") => `
  import { defineDetector } from "assay"
  ${before}
  export default defineDetector({
    id: "late-poster", layer: "behaviour", title: "Late poster", version: 1,
    reads: ["posts.time"],
    features: [{ id: "late", title: "Share of posts after noon", unit: "share" }],
    observe(tile, columns) {
      const { offset, time } = tile.posts
      for (let account = 0; account < tile.accountCount; account++) {
        const own = time.subarray(offset[account], offset[account + 1])
        columns.late[account] = own.length > 0 ? own.filter((second) => second % 86400 >= 43200).length / own.length : NaN
      }
    },
    score: (row) => row[0],
    reasons: (row) => row[0] > 0.9
      ? [{ id: "late", values: { share: row[0] }, text: "late: " + row[0], weight: row[0] }] : [],
    ${parts}
  })`

describe("a module", () => {
  it("judges every account of a world", async () => {
    const evidence = await population()
    const plugin = await open({ module: write(text(), ".ts") })
    expect(plugin.description).toMatchObject({ id: "late-poster", version: 1, reads: ["posts.time"] })
    expect(plugin.digest).toMatch(/^[0-9a-f]{64}$/)
    const shares: number[] = []
    const found = await plugin.detect(evidence, SETTINGS, (share) => shares.push(share))
    expect(found.score).toHaveLength(600)
    expect(found.features.late).toEqual(found.score)
    expect(shares.at(-1)).toBe(1)
    const late = [...found.score.keys()].filter((account) => found.score[account]! > 0.9)
    expect(late.length).toBeGreaterThan(0)
    expect([...found.reasons.account]).toEqual(late)
    expect(found.reasons.text[0]).toBe(`late: ${found.score[late[0]!]}`)
    expect(found.reasons.weight[0]).toBe(found.score[late[0]!])
  })

  it("is not believed when its file changed since it was opened, for what it finds is kept under its digest", async () => {
    const evidence = await population()
    const file = write(text(), ".ts")
    const plugin = await open({ module: file })
    writeFileSync(
      join(folder, file),
      `${text()}
// changed`,
    )
    await expect(plugin.detect(evidence, SETTINGS, () => {})).rejects.toThrow(
      "detector late-poster: its files changed while it ran",
    )
  })

  it("joins accounts through the same contract as a built-in detector", async () => {
    const evidence = await population()
    const source = join(process.cwd(), "src/core/detection/network/co-action.ts")
    const mine = `import { coAction } from ${JSON.stringify(source)}\nexport default { ...coAction, id: "my-co-action" }`
    const plugin = await open({ module: write(mine, ".ts") })
    const found = await plugin.detect(evidence, SETTINGS, () => {})
    expect(found.pairs!.a.length).toBeGreaterThan(0)
    expect(found.summary.pairs).toBeGreaterThan(0)
  })

  it("is given copies, so that writing to evidence changes nobody else's", async () => {
    const evidence = await population()
    if (evidence.kind !== "world") throw new Error("a world is needed")
    const { columns, postTime } = evidence.world
    const before = fingerprint({ columns, postTime })
    const spoil = `
      reads: ["posts.time", "profiles"],
      observe(tile, columns) {
        tile.posts.time.fill(0); tile.posts.offset.fill(0)
        for (const column of Object.values({ ...tile.profiles })) column.fill(1)
        columns.late.fill(0.5)
      },`
    const plugin = await open({ module: write(text(spoil), ".mjs") })
    const found = await plugin.detect(evidence, SETTINGS, () => {})
    expect(found.score[0]).toBe(0.5)
    expect(fingerprint({ columns, postTime })).toEqual(before)
  })

  it("has another digest when it or what it imports changes", async () => {
    writeFileSync(join(folder, "helper.ts"), "export const noon: number = 43200")
    const name = write(text("", 'import { noon } from "./helper.js"'), ".ts")
    const digest = async () => (await readPluginContent(pluginSchema.parse({ module: name }), folder)).digest
    const first = await digest()
    writeFileSync(join(folder, "helper.ts"), "export const noon: number = 43201")
    const second = await digest()
    expect(second).not.toBe(first)
    writeFileSync(join(folder, "helper.ts"), "export const noon: number = 43200")
    expect(await digest()).toBe(first)
  })

  it("that hangs is ended and named, wherever it hangs", async () => {
    const loop = (parts: string, before = "") =>
      failureOf({ module: write(text(parts, before), ".js"), seconds: 1 })
    const [observing, scoring, loading] = await Promise.all([
      loop("observe() { for (;;); }"),
      loop("score() { for (;;); }"),
      loop("", "for (;;);"),
    ])
    expect(observing).toBe(
      "DetectorError: detector late-poster: hangs: no answer to accounts 0 to 511 within 1 s",
    )
    expect(scoring).toContain("late-poster: hangs: no answer to accounts 0 to 511 within 1 s")
    expect(loading).toMatch(/detector module plugin-\d+.js: hangs: the module was not loaded within 1 s/)
  })

  it("that ends its thread or throws beside every call is named", async () => {
    const ends = failureOf({ module: write(text("observe() { process.exit() }"), ".js") })
    const later =
      "setTimeout(() => { throw new Error('later') }); await new Promise(() => setTimeout(() => {}, 9999))"
    const throws = failureOf({ module: write(text("", later), ".mjs") })
    expect(await ends).toContain("late-poster: ended its thread before it had answered")
    expect(await throws).toContain("threw outside of any call: later")
  })

  it("that scores nobody at all is named", async () => {
    const told = await failureOf({ module: write(text("score: () => 0 / 0"), ".js") })
    expect(told).toBe(
      "DetectorError: detector late-poster: judged nobody: the score of each of 600 accounts is NaN or missing",
    )
  })

  it("that exports no detector, cannot be parsed or is not there fails by its source", async () => {
    expect(await failureOf({ module: write("export const a = 1", ".ts") })).toContain("id is missing")
    expect(await failureOf({ module: write("export default {", ".ts") })).toContain("cannot be loaded: ")
    expect(await failureOf({ module: write("throw new Error('at once')", ".js") })).toContain(
      "cannot be loaded: Error: at once",
    )
    expect(await failureOf({ module: "no.ts" })).toContain("detector module no.ts: module: there is no file ")
    expect(await failureOf({ module: write("", ".txt") })).toContain("module must end in .ts, ")
  })

  it("is ended when the work is cancelled", async () => {
    const evidence = await population()
    const cancel = new AbortController()
    const name = write(text("observe() { for (;;); }"), ".js")
    const plugin = await open({ module: name }, { signal: cancel.signal })
    setTimeout(() => cancel.abort(), 100)
    await expect(plugin.detect(evidence, SETTINGS, () => {})).rejects.toThrow("cancelled")
  })

  it("that logs without end fills no memory, and its last words are still heard", async () => {
    let heard = 0
    const onSaid = (line: string) => {
      heard += line.length
    }
    const flood = (end: string) =>
      failureOf(
        { module: write(text("", `const line = "on and on\\n".repeat(6500); ${end}`), ".js"), seconds: 5 },
        { onSaid },
      )
    // 30 MB.
    const many = "for (let k = 0; k < 500; k++) console.log(line)"
    expect(await flood(`${many}; process.stdout.write("done"); throw new Error("no more")`)).toMatch(
      /cannot be loaded: Error: no more; its last words: ".*on and on\\ndone"$/,
    )
    expect(await flood("for (;;) console.error(line)")).toMatch(
      /hangs: the module was not loaded within 5 s; its last words: ".*on and on"$/,
    )
    expect(heard).toBeGreaterThan(0)
    expect(heard).toBeLessThan(15_000_000)
  })

  it("keeps what it logs off stdout and tells it to whoever wants to know", async () => {
    const said: string[] = []
    const name = write(text("", "console.log('here'); console.error('there')"), ".js")
    await open({ module: name }, { onSaid: (line) => said.push(line) })
    expect(said.toSorted()).toEqual(["here", "there"])
  })
})

const sound: Detector = {
  id: "first-second",
  layer: "behaviour",
  title: "First second",
  version: 1,
  reads: ["posts.time"],
  features: [{ id: "first", title: "Whether the first post is of the first second", unit: "share" }],
  observe({ posts }, { first }) {
    for (const account of first!.keys())
      first![account] = posts!.offset[account] === posts!.offset[account + 1] ? Number.NaN : 1
  },
  score: (row) => row[0]!,
  reasons: () => [{ id: "first", values: {}, text: "first", weight: 1 }],
}

/** Judges in this thread: what a detector does wrong is told alike, without the start of a thread for each. */
async function faultOf(parts: object): Promise<string> {
  const accounts: HandAccount[] = [{ posts: [{ time: 0 }] }, {}]
  const evidence = evidenceOf(accounts)
  const source = { kind: "evidence", evidence, size: sizeOfEvidence(evidence) } as const
  try {
    const detector = requireDetector({ ...sound, ...parts })
    await judgeByModule(detector, describeModule(detector), source, SETTINGS, new Beat(), () => {})
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
  return "none"
}

describe("a module's fault", () => {
  it("is not seen where there is none", async () => {
    expect(await faultOf({})).toBe("none")
  })

  const fail = () => {
    throw new RangeError("no")
  }
  const faults: [fault: string, parts: object, says: string][] = [
    ["throws while observing", { observe: fail }, "observe (accounts 0 to 1) threw RangeError: no"],
    ["throws while scoring", { score: fail }, "score (account 0) threw RangeError: no"],
    ["throws in a reason", { reasons: fail }, "reasons (account 0) threw RangeError: no"],
    ["scores above 1", { score: () => 1.5 }, "score of account 0 must be in [0, 1] or NaN, got 1.5"],
    ["scores with text", { score: () => "0.5" }, "score of account 0 must be in [0, 1] or NaN, got 0.5"],
    ["returns no score", { score: () => {} }, "must be in [0, 1] or NaN, got undefined"],
    [
      "has an infinite feature",
      { observe: (_: unknown, { first }: { first: Float32Array }) => first.fill(1 / 0), score: () => 0.5 },
      "feature first of account 0 must be a number or NaN, got Infinity",
    ],
    [
      "reads what it does not declare",
      { observe: (tile: { posts: { tokens: unknown } }) => tile.posts.tokens },
      "reads posts.tokens, which its reads (posts.time) do not open",
    ],
    [
      "tells too many reasons",
      { reasons: () => Array(6).fill({ text: "a", weight: 1 }) },
      "reasons for account 0 must be at most 5, got 6",
    ],
    [
      "tells a reason of no length",
      { reasons: () => [{ text: " ", weight: 1 }] },
      'text must be 1 to 300 characters, got " "',
    ],
    [
      "tells a reason of the wrong weight",
      { reasons: () => [{ text: "a", weight: 2 }] },
      "weight must be in [0, 1], got 2",
    ],
    [
      "has a built-in detector's id",
      { id: "co-action" },
      'id must be no built-in detector\'s, got "co-action"',
    ],
    [
      "has an id that means a layer",
      { id: "network" },
      'id must be a name that means nothing else beside detectors (no layer, no column of accounts, no word of rules), got "network"',
    ],
    [
      "is of an unknown layer",
      { layer: "magic" },
      'layer must be one of behaviour, content, network, reports, got "magic"',
    ],
    ["reads unknown evidence", { reads: ["truth"] }, "reads[0] must be one of profiles, "],
    ["has no version", { version: 0 }, "version must be a whole number of 1 or more, got 0"],
    [
      "has two features of one id",
      { features: [sound.features[0], sound.features[0]] },
      "features must be a list of distinct ids",
    ],
    ["has no score", { score: 1 }, "score must be a function, got 1"],
    ["neither observes nor joins", { observe: undefined }, "must have observe or linkage, got neither"],
    [
      "joins into columns of the wrong length",
      { linkage: linkageOf({ first: new Float32Array(1) }) },
      "feature first must have 2 values, one an account",
    ],
    [
      "joins into pairs of one account",
      { linkage: linkageOf({}, 0, 0) },
      "pairs[0] must be two accounts below 2, the lower first",
    ],
  ]
  it.each(faults)("%s", async (_, parts, says) => {
    const told = await faultOf(parts)
    expect(told).toMatch(/^(PluginFault|DetectorError): /)
    expect(told).toContain(says)
  })
})

function linkageOf(features: object, a = 0, b = 1): object {
  const pairs = { a: Uint32Array.of(a), b: Uint32Array.of(b), weight: Float32Array.of(1) }
  return {
    partitions: 1,
    columns: () => ({}),
    observe() {},
    join: () => ({}),
    merge: () => ({ features, pairs, summary: {} }),
  }
}
