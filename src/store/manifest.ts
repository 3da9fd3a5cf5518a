/** The form of run.json, checked when it is written and when it is read. */
import { z } from "zod"
import { LAYERS } from "../core/detection/detector.ts"
import { fusionSchema } from "../core/detection/fusion/model.ts"
import { PLUGIN_KINDS } from "../core/detection/plugin.ts"
import { DamagedRunError, DataError } from "../core/errors.ts"
import type { RunManifest } from "../core/run.ts"
import { provenanceSchema } from "../core/saved-model.ts"
import { scenarioSchema } from "../core/scenario/schema.ts"

/** Scenario name, then part of the digest. Also keeps a name from leading out of the store. */
export const RUN_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

const count = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits")

const pluginSchema = z.object({
  kind: z.enum(PLUGIN_KINDS),
  source: z.string(),
  digest: sha256.nullable(),
  features: z.array(z.object({ id: z.string(), title: z.string(), unit: z.string() })),
})

const detectorSchema = z.object({
  id: z.string(),
  layer: z.enum(LAYERS),
  title: z.string(),
  version: z.number(),
  auc: z.number().nullable(),
  aucInterval: z.tuple([z.number(), z.number()]).nullable(),
  judged: count,
  summary: z.record(z.string(), z.number()),
  plugin: pluginSchema.optional(),
})

const operatorSchema = z.object({
  archetype: z.string(),
  operators: count,
  accounts: count,
  evasion: z.number().min(0).max(1),
  cost: z.number().min(0),
})

const modelSchema = z.object({
  file: z.string(),
  name: z.string(),
  digest: sha256,
  learned: provenanceSchema,
})

const manifestSchema = z.object({
  format: z.literal(2, "2; an earlier Assay wrote this run: simulate it again"),
  id: z.string().regex(RUN_ID, "lower-case letters, digits and hyphens"),
  name: z.string(),
  createdAt: z.iso.datetime(),
  versions: z.object({ assay: z.string(), generator: z.string() }),
  digest: sha256,
  populationDigest: sha256,
  scenario: scenarioSchema,
  accounts: count,
  posts: count,
  interactions: count,
  archetypes: z.array(z.object({ id: z.string(), side: z.enum(["authentic", "managed"]) })),
  operators: z.array(operatorSchema),
  detectors: z.array(detectorSchema),
  failures: z.array(z.object({ detector: z.string(), message: z.string() })).optional(),
  fusion: fusionSchema,
  model: modelSchema.optional(),
  timings: z.object({ total: z.number() }).catchall(z.number()),
})

/** Checks a manifest; a DataError names `file`, and each field with what is wrong with it. */
export function checkManifest(file: string, found: unknown): RunManifest {
  const checked = manifestSchema.safeParse(found)
  if (checked.success) return checked.data
  const problems = checked.error.issues.map(({ path, message }) => {
    return `${file}: ${path.length > 0 ? `${path.join(".")}: ` : ""}${message}`
  })
  // A run of an earlier Assay is whole, only not for us.
  const isEarlier = checked.error.issues.some(({ path }) => path[0] === "format")
  throw isEarlier ? new DataError(problems.join("\n")) : new DamagedRunError(problems.join("\n"))
}

/** Reads the text of run.json. */
export function parseManifest(file: string, text: string): RunManifest {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    throw new DamagedRunError(`${file}: this is not whole JSON; the file is damaged or cut short`)
  }
  return checkManifest(file, found)
}
