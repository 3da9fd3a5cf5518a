/** Two populations with every kind of evidence: one written by hand, one from the generator. */
import type { Evidence } from "../../src/core/evidence/evidence.ts"
import { buildWorld } from "../../src/core/population/populate.ts"
import { generateTile } from "../../src/core/population/tile.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { DAY, evidenceOf, type HandAccount, HOUR, MINUTE } from "../detection/hand-made.ts"
import { edited, note, randomOf } from "../detection/texts.ts"

export interface NamedEvidence {
  readonly name: string
  /** Whether many accounts share one text or act on one object within seconds. */
  readonly isCrowded: boolean
  /** One tile that holds all accounts. */
  readonly load: () => Promise<Evidence>
}

const ACCOUNTS = 600

/** Clockwork with shared texts, a pair that acts together, a reported account, people, and some who hardly exist. */
function handMade(): Evidence {
  const random = randomOf("conformance")
  const texts = Array.from({ length: 12 }, () => note(random))
  const clockwork = (): HandAccount => ({
    posts: texts.map((text, day) => ({ time: day * DAY + 9 * HOUR, tokens: edited(text, 1, random) })),
    actions: texts.map((_, day) => ({
      time: day * DAY + 10 * HOUR + Math.floor(30 * random()),
      object: day,
    })),
  })
  const person = (number: number): HandAccount => ({
    posts: Array.from({ length: number % 14 }, () => ({
      time: Math.floor(27 * random()) * DAY + Math.floor((8 + 14 * random()) * HOUR),
      tokens: note(random, 4 + Math.floor(40 * random())),
    })),
    actions: Array.from({ length: number % 9 }, () => ({
      time: Math.floor(28 * DAY * random()),
      object: Math.floor(14 * random()),
      target: Math.floor(30 * random()),
      kind: Math.floor(6 * random()),
    })),
    reports: Array.from({ length: number % 5 === 0 ? 1 : 0 }, () => ({
      time: Math.floor(28 * DAY * random()),
      reporter: Math.floor(30 * random()),
      decided: Math.floor(20 * random()),
    })),
  })
  const reported: HandAccount = {
    posts: [{ time: 20, tokens: note(random) }],
    reports: Array.from({ length: 9 }, (_, i) => ({
      time: DAY + i * 10 * MINUTE,
      reporter: i,
      decided: 20,
      upheld: 15,
    })),
  }
  return evidenceOf([
    clockwork(),
    clockwork(),
    reported,
    {},
    ...Array.from({ length: 26 }, (_, i) => person(i)),
  ])
}

async function generated(): Promise<Evidence> {
  const scenario = scenarioSchema.parse({ name: "conformance", accounts: ACCOUNTS, prevalence: 0.2 })
  const world = await buildWorld(scenario, inProcess, () => {})
  return generateTile(world, 0, ACCOUNTS)
}

function once(make: () => Promise<Evidence>): () => Promise<Evidence> {
  let made: Promise<Evidence> | undefined
  return () => {
    made ??= make()
    return made
  }
}

export const populations: readonly NamedEvidence[] = [
  { name: "evidence written by hand", isCrowded: false, load: once(async () => handMade()) },
  { name: "a generated population", isCrowded: true, load: once(generated) },
]
