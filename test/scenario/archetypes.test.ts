import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { ScenarioError } from "../../src/core/errors.ts"
import {
  type Archetype,
  archetypeSections,
  costSchema,
  groupSchema,
} from "../../src/core/population/archetypes/archetype.ts"
import { parametersOf } from "../../src/core/population/archetypes/describe.ts"
import { AUTHENTIC_ARCHETYPES, MANAGED_ARCHETYPES } from "../../src/core/population/archetypes/ids.ts"
import { ARCHETYPES } from "../../src/core/population/archetypes/index.ts"
import { resolveArchetypes } from "../../src/core/population/archetypes/resolve.ts"
import { phasesOf, traitStages } from "../../src/core/population/traits.ts"
import { parseScenario, resolveScenario } from "../../src/core/scenario/parse.ts"
import { buildTestWorld } from "../population/world.ts"

/** The lines of the error that a scenario raises, without the file's name. */
function problemsOf(yaml: string): readonly string[] {
  try {
    parseScenario(`name: x\n${yaml}`, "x.yaml")
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    return error.problems.map((line) => line.replace(/^x\.yaml: /, ""))
  }
  return []
}

const resolved = (yaml: string) => resolveArchetypes(parseScenario(`name: x\n${yaml}`, "x.yaml"))
const allOf = (ids: readonly string[]) => ids.join(", ")

/** Stands in a mix, so that it is used. */
const mixed = (id: string, side = "authentic") =>
  `population: { ${side}: { ${id}: { share: 1 }, ${side === "authentic" ? "casual" : "content-farm"}: { share: 1 } } }`

describe("the built-in archetypes", () => {
  const recipe = z.object({
    ...archetypeSections,
    group: groupSchema.nullable(),
    cost: costSchema.nullable(),
    before: z.enum(AUTHENTIC_ARCHETYPES).nullable(),
  })

  it("are those that a scenario can name, side by side", () => {
    const idsOf = (side: string) => ARCHETYPES.filter((one) => one.side === side).map(({ id }) => id)
    expect(idsOf("authentic")).toEqual(AUTHENTIC_ARCHETYPES)
    expect(idsOf("managed")).toEqual(MANAGED_ARCHETYPES)
  })

  it.each(ARCHETYPES.map((archetype) => [archetype.id, archetype] as const))(
    "%s keeps to the ranges that a scenario must keep to",
    (_, archetype) => {
      const { id, side, title, description, ...parameters } = archetype
      expect(recipe.strict().safeParse(parameters).error?.issues).toBeUndefined()
      expect(title.length, id).toBeLessThanOrEqual(80)
      expect(description.length, id).toBeLessThanOrEqual(600)
      if (archetype.group) expect(archetype.group.least).toBeLessThanOrEqual(archetype.group.most)
      expect(archetype.cost === null).toBe(side === "authentic")
      if (side === "managed") expect(archetype.group).not.toBeNull()
    },
  )

  it("can be given in full as their own changes, and stay what they are", () => {
    const archetypes = Object.fromEntries(
      ARCHETYPES.map(({ id, side: _, ...parameters }) => [id, parameters as Omit<Archetype, "id" | "side">]),
    )
    const scenario = resolveScenario({ name: "x", archetypes }, "x.yaml")
    expect([...resolveArchetypes(scenario).values()]).toEqual(ARCHETYPES)
  })
})

describe("parametersOf", () => {
  it.each(ARCHETYPES.map((archetype) => [archetype.id, archetype] as const))(
    "tells every parameter of %s under the name by which a scenario changes it",
    (_, archetype) => {
      const parameters = parametersOf(archetype)
      for (const { path, meaning, value } of parameters) {
        const at = path
          .split(".")
          .reduce((inner: unknown, key) => (inner as Record<string, unknown>)[key], archetype)
        expect(value, path).toEqual(at)
        expect(meaning, path).toMatch(/\S\.$/)
      }
      const told = parameters.flatMap(({ path, value }) => numbersOf(value, path.split(".")))
      const { cost: _cost, ...recipe } = archetype
      const byPath = (numbers: typeof told) => new Map(numbers.map(([at, value]) => [at.join("."), value]))
      expect(byPath(told)).toEqual(byPath(numbersOf(recipe)))
    },
  )
})

/** Every number of a recipe with its path. */
function numbersOf(value: unknown, path: string[] = []): [string[], number][] {
  if (typeof value === "number") return [[path, value]]
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => numbersOf(inner, [...path, key]))
}

const nest = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight((inner, key) => ({ [key]: inner }), value)

describe("resolveArchetypes", () => {
  it("changes just what an override names", () => {
    const anyNumber = fc.constantFrom(
      ...ARCHETYPES.flatMap((archetype) => numbersOf(archetype).map(([path]) => [archetype, path] as const)),
    )
    fc.assert(
      fc.property(anyNumber, ([archetype, path]) => {
        const changes = nest([archetype.id, ...path], 0.75) as never
        const changed = resolveArchetypes({ archetypes: changes }).get(archetype.id)
        const before = new Map(numbersOf(archetype).map(([at, value]) => [at.join("."), value]))
        const after = new Map(numbersOf(changed).map(([at, value]) => [at.join("."), value]))
        expect(after).toEqual(before.set(path.join("."), 0.75))
        expect(changed).toMatchObject({ title: archetype.title, side: archetype.side })
      }),
    )
  })

  it("does not mind in which order archetypes are made of one another", () => {
    const definitions = {
      grandchild: { from: "child", time: { late: 3 } },
      child: { from: "casual", time: { weekend: 2 } },
      casual: { posting: { perDay: { median: 9 } } },
    }
    const names = Object.keys(definitions) as (keyof typeof definitions)[]
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 3 }), (order) => {
        const archetypes = Object.fromEntries(order.map((name) => [name, definitions[name]])) as never
        const { time, posting, side, title } = resolveArchetypes({ archetypes }).get("grandchild")!
        expect({ late: time.late, weekend: time.weekend, perDay: posting.perDay.median }).toEqual({
          late: 3,
          weekend: 2,
          perDay: 9,
        })
        expect({ side, title }).toEqual({ side: "authentic", title: "grandchild" })
      }),
    )
  })

  it("lists the built-in ones first, then the scenario's own as they stand in the file", () => {
    const ids = [...resolved(`archetypes: { b: { from: a }, a: { from: casual } }\n${mixed("b")}`).keys()]
    expect(ids).toEqual([...ARCHETYPES.map(({ id }) => id), "b", "a"])
  })

  it("gives accounts of an unchanged copy the traits of the original", async () => {
    const worldOf = (id: string, definition: string) => {
      const mix = `population: { authentic: { ${id}: { share: 1 } } }`
      const yaml = `name: x\naccounts: 400\ndays: 7\nprevalence: 0\n${mix}\n${definition}`
      return buildTestWorld(parseScenario(yaml, "x.yaml"))
    }
    const original = await worldOf("creator", "")
    const copy = await worldOf("double", "archetypes: { double: { from: creator } }")
    const stages = traitStages(original.scenario.seed)
    const traitsIn = (world: typeof original, account: number) =>
      phasesOf(world, account, stages).map(({ traits }) => ({ ...traits, archetype: undefined }))
    for (let account = 0; account < original.accounts; account++)
      expect(traitsIn(copy, account)).toEqual(traitsIn(original, account))
    expect(copy.postTime).toEqual(original.postTime)
  })
})

describe("a scenario's archetypes", () => {
  it("may be made of others and stand in the mix", () => {
    const yaml = `
population:
  authentic: { casual: { share: 0.9 }, weekend-merchant: { share: 0.1 } }
archetypes:
  weekend-merchant: { from: merchant-with-scheduler, title: Weekend merchant, time: { weekend: 3 } }`
    expect(problemsOf(yaml)).toEqual([])
    expect(resolved(yaml).get("weekend-merchant")).toMatchObject({
      title: "Weekend merchant",
      side: "authentic",
    })
  })

  it.each([
    [
      `archetypes: { weekend-merchant: { from: casual, posting: { perDay: { median: -3 } } } }\n${mixed("weekend-merchant")}`,
      "archetypes.weekend-merchant.posting.perDay.median must be in [0, 200], got -3",
    ],
    [
      "archetypes: { casual: { interaction: { mix: { like: lots } } } }",
      'archetypes.casual.interaction.mix.like must be a number in [0, 1000], got "lots"',
    ],
    [
      "archetypes: { casual: { postings: {} } }",
      "archetypes.casual.postings is not a field here; did you mean posting?",
    ],
    [
      "archetypes: { casual: { posting: { perday: {} } } }",
      "archetypes.casual.posting.perday is not a field here; did you mean perDay?",
    ],
    [
      "archetypes: { content-farm: { group: { most: 0 } } }",
      "archetypes.content-farm.group.most must be an integer in [1, 100000], got 0",
    ],
    [
      "archetypes: { content-farm: { posting: { tool: slot } } }",
      'archetypes.content-farm.posting.tool must be one of slots, interval, spread, got "slot"; did you mean slots?',
    ],
    [
      "archetypes: { content-farm: { cost: free } }",
      'archetypes.content-farm.cost must be a mapping of running, evading, or null, got "free"',
    ],
    ["archetypes: [casual]", "archetypes must be a mapping of archetypes like casual, got a list"],
    [
      "archetypes: { casual: 3 }",
      "archetypes.casual must be a mapping of from, title, description, truth, time, posting, interaction, " +
        "writing, media, network, reach, group, cost, before, got 3",
    ],
    [
      "population: { managed: { cyborg: { share: 1, heldOut: maybe } } }",
      'population.managed.cyborg.heldOut must be true or false, got "maybe"',
    ],
  ])("are held to their ranges: %s", (yaml, problem) => {
    expect(problemsOf(yaml)).toContain(problem)
  })

  it.each([
    [
      "population: { managed: { content-frm: { share: 1 }, cyborg: { share: 1 } } }",
      "population.managed.content-frm is not an archetype of this side; did you mean content-farm? " +
        `(allowed: ${allOf(MANAGED_ARCHETYPES)})`,
    ],
    [
      "population: { managed: { cyborg: { share: 1 }, casual: { share: 1 } } }",
      "population.managed.casual is an archetype of the authentic side; it must stand under population.authentic",
    ],
    [
      `archetypes: { sly: { from: stealth-agent } }\n${mixed("sly")}`,
      "population.authentic.sly is an archetype of the managed side; it must stand under population.managed",
    ],
    [
      `archetypes: { weekender: { time: { weekend: 2 } } }\n${mixed("weekender")}`,
      "archetypes.weekender.from is missing; it must be the archetype that weekender starts from",
    ],
    [
      `archetypes: { contentfarm: { time: { weekend: 2 } } }\n${mixed("contentfarm", "managed")}`,
      "archetypes.contentfarm.from is missing; it must be the archetype that contentfarm starts from; " +
        "did you mean content-farm?",
    ],
    [
      `archetypes: { weekender: { from: castual } }\n${mixed("weekender")}`,
      'archetypes.weekender.from must be an archetype, got "castual"; did you mean casual?',
    ],
    [
      `archetypes: { weekender: { from: 3 } }\n${mixed("weekender")}`,
      'archetypes.weekender.from must be an archetype like casual, got 3; write "3" in quotes',
    ],
    [
      "archetypes: { casual: { from: creator } }",
      "archetypes.casual.from must be left out, since casual is built in and is changed as it is; " +
        "give a new archetype a name of its own",
    ],
    [
      `archetypes: { a: { from: b }, b: { from: c }, c: { from: a } }\n${mixed("a")}`,
      "archetypes.a.from must not lead back to a, got a -> b -> c -> a",
    ],
    [
      `archetypes: { a: { from: a } }\n${mixed("a")}`,
      "archetypes.a.from must not lead back to a, got a -> a",
    ],
    [
      "archetypes: { weekender: { from: casual } }",
      "archetypes.weekender is used nowhere; give it a share in population.authentic.weekender (0 keeps it for later)",
    ],
    [
      `archetypes: { Week End: { from: casual } }`,
      'archetypes."Week End" must be named in lower-case letters, digits and hyphens, up to 60 characters',
    ],
    [
      "archetypes: { hijacked-account: { before: creater } }",
      'archetypes.hijacked-account.before must be an archetype, got "creater"; did you mean creator?',
    ],
    [
      "archetypes: { hijacked-account: { before: content-farm } }",
      'archetypes.hijacked-account.before must be an authentic archetype, got "content-farm", which is of the managed side',
    ],
    [
      "archetypes: { creator: { before: creator } }",
      'archetypes.creator.before must be an archetype that does not switch itself, got "creator"',
    ],
    [
      "archetypes: { casual: { before: creator } }",
      "archetypes.casual.before must be null, since accounts of hijacked-account live as casual before they switch",
    ],
    [
      "archetypes: { content-farm: { group: { least: 400 } } }",
      "archetypes.content-farm.group.least must be at most group.most, which is 300, got 400",
    ],
    [
      "archetypes: { casual: { group: { least: 2, most: 3 } } }",
      "archetypes.casual.group must also have exponent, focus: there is no group to change",
    ],
    [
      "archetypes: { cyborg: { group: null } }",
      "archetypes.cyborg.group must not be null: the accounts of an operator are a group, if only of 1 (least: 1, most: 1)",
    ],
    [
      "archetypes: { casual: { cost: { running: 1, evading: 1 } } }",
      "archetypes.casual.cost must be null: an authentic account has no operator",
    ],
    [
      "archetypes: { casual: { interaction: { mix: { like: 0, comment: 0, reply: 0, follow: 0, share: 0, save: 0 } } } }",
      "archetypes.casual.interaction.mix must have a weight above 0, got weights that are all 0",
    ],
    [
      "population: { managed: { cyborg: { share: 1, heldOut: true }, reply-bot: { share: 0 } } }",
      "population.managed must have an archetype to learn from, got only ones that are held out",
    ],
    [
      "population: { languages: { zh: 0, en: 0 } }",
      "population.languages must have a weight above 0, got weights that are all 0",
    ],
    ["days: 7\ndefinition: { days: 8 }", "definition.days must be at most days, which is 7, got 8"],
    ["days: 7\ndefinition: { dyas: 8 }", "definition.dyas is not a field here; did you mean days?"],
  ])("are told what is wrong with them: %s", (yaml, problem) => {
    expect(problemsOf(yaml)).toEqual([problem])
  })

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "may not be called %s by mistake",
    (name) => {
      for (const yaml of [
        `population: { managed: { cyborg: { share: 1 }, ${name}: { share: 1 } } }`,
        `archetypes: { ${name}: { time: { weekend: 2 } } }`,
        `archetypes: { a: { from: ${name} } }\n${mixed("a")}`,
        `archetypes: { casual: { ${name}: 1 } }`,
        `archetypes: { hijacked-account: { before: ${name} } }`,
      ])
        expect(problemsOf(yaml), yaml).toHaveLength(1)
    },
  )

  it("may be kept for later with a share of 0, or only be what others start from", () => {
    expect(
      problemsOf(
        "archetypes: { a: { from: casual } }\npopulation: { authentic: { casual: { share: 1 }, a: { share: 0 } } }",
      ),
    ).toEqual([])
    expect(problemsOf(`archetypes: { a: { from: b }, b: { from: casual } }\n${mixed("a")}`)).toEqual([])
  })

  it("are at most 200, since a byte an account must name them", () => {
    const many = Array.from(
      { length: 201 },
      (_, i) => `  a${i}: { from: ${i === 0 ? "casual" : `a${i - 1}`} }`,
    )
    expect(problemsOf(`archetypes:\n${many.join("\n")}\n${mixed("a200")}`)).toEqual([
      "archetypes must define at most 200 archetypes, got 201",
    ])
  })
})
