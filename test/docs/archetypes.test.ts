/**
 * docs/archetypes.md tells what the archetypes' files say. Renew its tables with
 *   UPDATE_GOLDEN=1 npx vitest run --project unit test/docs
 */
import { readFileSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { type Definition, GRADES, gradeOf, isManaged } from "../../src/core/policy/definition.ts"
import type { Archetype, Side } from "../../src/core/population/archetypes/archetype.ts"
import { costsOf } from "../../src/core/population/archetypes/describe.ts"
import { ARCHETYPES } from "../../src/core/population/archetypes/index.ts"
import type { Truth } from "../../src/core/population/truth.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"

const FILE = "docs/archetypes.md"
const document = () => readFileSync(FILE, "utf8")
const PARTS = ["creation", "scheduling", "distribution", "oversight"] as const

const tableOf = (name: string) =>
  new RegExp(`<!-- ${name} -->\\n(.*?)<!-- end -->`, "s").exec(document())![1]!

function rowOf(archetype: Archetype): string {
  const { id, title, description, truth } = archetype
  const shares = PARTS.map((part) => truth[part].mean)
  const costs = costsOf(archetype).map(({ cost }) => Math.round(cost))
  const cells = [
    `\`${id}\``,
    `**${title}.** ${description}`,
    ...shares,
    ...(costs.length > 0 ? [costs.join(" / ")] : []),
  ]
  return `| ${cells.join(" | ")} |`
}

function rendered(side: Side): string {
  const heading = ["archetype", "who, and why a detector may get it wrong", ...PARTS]
  if (side === "managed") heading.push("CNY a month")
  const lines = [`| ${heading.join(" | ")} |`, `|${" --- |".repeat(heading.length)}`]
  const kinds = ARCHETYPES.filter((archetype) => archetype.side === side)
  return [...lines, ...kinds.map(rowOf), ""].join("\n")
}

describe("docs/archetypes.md", () => {
  it.each(["authentic", "managed"] as const)("tables the %s archetypes as their files have them", (side) => {
    if (process.env.UPDATE_GOLDEN) {
      const before = new RegExp(`(?<=<!-- ${side} -->\\n).*?(?=<!-- end -->)`, "s")
      writeFileSync(
        FILE,
        document().replace(before, () => rendered(side)),
      )
    }
    expect(tableOf(side)).toBe(rendered(side))
  })

  const definition: Definition = scenarioSchema.parse({ name: "x" }).definition
  const rows = tableOf("grades")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()))

  it("names the grades in their order, with their labels", () => {
    expect(rows.map(([, name]) => name)).toEqual(GRADES.map((grade) => `\`${grade}\``))
    expect(rows.map(([, , , label]) => label)).toEqual(
      GRADES.map((grade) => (isManaged(grade) ? "AI-managed" : "authentic")),
    )
  })

  it("draws the lines between them where the default definition does", () => {
    const [none, occasional, mostly, full] = rows.map(([, , when]) =>
      [...when!.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number)),
    )
    const [oversight, hardlyAny] = none!
    const [automation, days] = occasional!
    expect(definition).toEqual({ automation, oversight, days })
    expect(mostly).toEqual([automation, days])
    const [all, much] = full!
    const gradeWith = (life: Partial<Record<keyof Truth, number>>) => {
      const whole = {
        creation: 0,
        scheduling: 0,
        distribution: 0,
        oversight: 0,
        fromDay: 0,
        untilDay: 28,
        ...life,
      }
      const truth = Object.fromEntries(
        Object.entries(whole).map(([key, value]) => [key, Float64Array.of(value)]),
      ) as unknown as Truth
      return GRADES[gradeOf(truth, 0, definition)]
    }
    const less = 0.001
    expect(gradeWith({ creation: 1, distribution: 1, oversight })).toBe("none")
    expect(gradeWith({ creation: 1, distribution: 1, oversight: oversight! - less })).toBe("full")
    expect([gradeWith({ creation: hardlyAny! - less }), gradeWith({ creation: hardlyAny })]).toEqual([
      "none",
      "occasional",
    ])
    expect([gradeWith({ creation: automation! - less }), gradeWith({ creation: automation })]).toEqual([
      "occasional",
      "mostly",
    ])
    expect(gradeWith({ creation: 1, distribution: 1, untilDay: days! - less })).toBe("occasional")
    expect(gradeWith({ creation: all, distribution: much })).toBe("full")
    expect(gradeWith({ creation: all! - less, distribution: much })).toBe("mostly")
    expect(gradeWith({ creation: all, distribution: much! - less })).toBe("mostly")
    expect(gradeWith({ creation: 1, distribution: 1, fromDay: 1 })).toBe("mostly")
  })
})
