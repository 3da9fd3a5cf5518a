/** Two populations with every kind of evidence: one written by hand, one from the generator. */
import type { Evidence } from "../../evidence/evidence.ts"
import { evidenceOf, type HandAccount, type HandMedia, NATURAL_SPECTRUM } from "../../evidence/hand-made.ts"
import { buildWorld } from "../../population/populate.ts"
import { generateTile } from "../../population/tile.ts"
import { scenarioSchema } from "../../scenario/schema.ts"
import { inProcess } from "../../tasks.ts"
import { edited, note, randomOf } from "./texts.ts"

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

export interface NamedEvidence {
  readonly name: string
  /** Whether many accounts share one text or act on one object within seconds. */
  readonly isCrowded: boolean
  /** One tile that holds all accounts. */
  readonly load: () => Promise<Evidence>
}

const ACCOUNTS = 600

/**
 * Clockwork with shared texts, a pair that acts together, one who switched, one reported, people, some who hardly exist,
 * one who repeats himself, and four who share together.
 */
function handMade(): Evidence {
  const random = randomOf("conformance")
  const texts = Array.from({ length: 12 }, () => note(random))
  const clockwork = (): HandAccount => ({
    posts: texts.map((text, day) => ({
      time: day * DAY + 9 * HOUR,
      tokens: edited(text, 1, random),
      text: "It is a good day. It is a good way. We are on the way.",
      media: {
        hash: [day, 7],
        spectrum: NATURAL_SPECTRUM.map((power, band) => power + (band === 9 ? 1 : 0)),
      },
    })),
    actions: texts.map((_, day) => ({
      time: day * DAY + 10 * HOUR + Math.floor(30 * random()),
      object: day,
      kind: 1,
      latency: 20,
    })),
    follows: [0, 1, 2, 3],
  })
  const person = (number: number): HandAccount => ({
    posts: Array.from({ length: number % 14 }, () => ({
      time: Math.floor(27 * random()) * DAY + Math.floor((8 + 14 * random()) * HOUR),
      tokens: note(random, 4 + Math.floor(40 * random())),
      text: textOf(random),
      media: mediaOf(random),
    })),
    actions: Array.from({ length: number % 9 }, () => ({
      time: Math.floor(28 * DAY * random()),
      object: Math.floor(14 * random()),
      target: Math.floor(30 * random()),
      kind: Math.floor(6 * random()),
      latency: Math.floor(20_000 * random()),
    })),
    verified: number % 10 === 3,
    follows: Array.from({ length: number % 9 }, (_, k) => (7 * number + 3 * k + 1) % 30),
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
  /** Likes in the evening for a fortnight, comments before noon from then on. */
  const switched: HandAccount = {
    actions: Array.from({ length: 112 }, (_, i) => {
      const day = i >> 2
      const hour = day < 14 ? 19 : 9
      return { time: day * DAY + (hour + 2 * random()) * HOUR, kind: day < 14 ? 0 : 1 }
    }),
  }
  const people = Array.from({ length: 26 }, (_, i) => person(i))
  const repeater: HandAccount = {
    posts: Array.from({ length: 9 }, (_, day) => ({
      time: day * DAY,
      tokens: texts[day % 2]!,
      text: "A sale!",
    })),
  }
  const inStep = (late: number): HandAccount => ({
    actions: Array.from({ length: 9 }, (_, day) => ({ time: day * DAY + late, object: 20 + day })),
  })
  return evidenceOf([
    ...[clockwork(), clockwork(), switched, reported, {}],
    ...people,
    ...[repeater, inStep(0), inStep(9), inStep(21), inStep(30)],
  ])
}

/** One to five sentences of one to twelve words, ended by one mark or another. */
function textOf(random: () => number): string {
  const sentence = () => {
    const words = Array.from(
      { length: 1 + Math.floor(12 * random()) },
      () => `w${Math.floor(300 * random())}`,
    )
    return words.join(" ") + [".", "!", "?", "~"][Math.floor(4 * random())]
  }
  return Array.from({ length: 1 + Math.floor(5 * random()) }, sentence).join(" ")
}

function mediaOf(random: () => number): HandMedia {
  return {
    kind: random() < 0.2 ? "video" : "image",
    hash: [Math.floor(2 ** 32 * random()), Math.floor(2 ** 32 * random())],
    spectrum: NATURAL_SPECTRUM.map((power) => power + 0.1 * random()),
    exif: random() < 0.1,
    provenance: random() < 0.05 ? "generated" : "none",
  }
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
