/** A digest of code moves with every line that its work depends on, and with none other. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path/posix"
import { codeDigests as built } from "virtual:code-digests"
import { describe, expect, it } from "vitest"
import { closureOf, codeDigests, GENERATOR, type ReadSource } from "../../scripts/code-digests.ts"
import { DETECTOR_IDS } from "../../src/core/detection/ids.ts"
import { detectorsNamed } from "../../src/core/detection/registry.ts"

const read: ReadSource = (path) => readFileSync(path, "utf8")

/** The files as they are, but for one that has another line. */
const edited =
  (path: string): ReadSource =>
  (asked) =>
    asked === path ? `${read(asked)}\nexport const another = 1\n` : read(asked)

const flat = ({ generator, detectors, plugins }: typeof built): Record<string, string> => {
  return { generator, plugins, ...detectors }
}
const before = flat(codeDigests(read))

/** Names of the digests that an edit of a file moves. */
function movedBy(path: string): string[] {
  const after = flat(codeDigests(edited(path)))
  expect(Object.keys(after)).toEqual(Object.keys(before))
  return Object.keys(before).filter((name) => before[name] !== after[name])
}

const DETECTION = "src/core/detection"

describe("code digests", () => {
  it("are those of the files that are there", () => {
    expect(built).toEqual(codeDigests(read))
    expect(Object.keys(built.detectors)).toEqual([...DETECTOR_IDS])
  })

  it.each(detectorsNamed(DETECTOR_IDS))(
    "of $id move with its own file, and with no other",
    ({ id, layer }) => {
      const file = `${DETECTION}/${layer}/${id}.ts`
      expect(read(file)).toContain(`id: "${id}"`)
      // Dense groups are of what co-action counts.
      expect(movedBy(file)).toEqual(id === "co-action" ? [id, "dense-groups"] : [id])
    },
  )

  it.each([
    ["behaviour/burstiness.ts", ["posting-rhythm"]],
    ["content/ngram-model.ts", ["language-model"]],
    ["network/coincidence.ts", ["co-action", "dense-groups"]],
  ])("move with a helper, %s, of those that import it", (helper, ids) => {
    expect(movedBy(`${DETECTION}/${helper}`)).toEqual(ids)
  })

  it("of the generator move with what draws, and with what leads detectors over its tiles", () => {
    for (const file of [
      "src/core/population/writing.ts",
      "src/core/population/archetypes/casual.ts",
      "src/core/evidence/style.ts",
      `${DETECTION}/observe.ts`,
      "src/core/simulate.ts",
      "src/core/observing.ts",
    ])
      expect(movedBy(file), file).toEqual(["generator"])
    expect(movedBy("src/core/population/tile.ts")).toEqual(["generator"])
    // What everything draws with moves what draws with it.
    expect(movedBy("src/core/random/streams.ts")).toContain("generator")
  })

  it("of plug-ins move with what their modules are written with", () => {
    expect(movedBy("src/kit/define-detector.ts")).toEqual(["plugins"])
  })

  it("stay when nothing changed that computes", () => {
    for (const file of [
      "src/core/why.ts",
      "src/core/scenario/schema.ts",
      "src/core/tasks.ts",
      "src/core/pipeline.ts",
    ])
      expect(movedBy(file), file).toEqual([])
  })

  it("of the generator cover all that draws populations, but for what only tells of them", () => {
    const all = readdirSync("src/core/population", { recursive: true, encoding: "utf8" })
      .map((name) => join("src/core/population", name.replaceAll("\\", "/")))
      .filter((file) => file.endsWith(".ts"))
    const covered = new Set(closureOf(GENERATOR, read))
    expect(all.filter((file) => !covered.has(file)).sort()).toMatchInlineSnapshot(`
      [
        "src/core/population/archetypes/archetype.ts",
        "src/core/population/archetypes/describe.ts",
        "src/core/population/archetypes/entries.ts",
        "src/core/population/archetypes/ids.ts",
        "src/core/population/language/words/words.ts",
        "src/core/population/operators.ts",
        "src/core/population/persona.ts",
        "src/core/population/truth.ts",
      ]
    `)
  })
})
