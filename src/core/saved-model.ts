/**
 * A fusion that was learned once, with where it comes from, to be used on other scenarios without simulating a
 * sibling. What it learned is only true of scores made as those that it learned from were, so a model names the
 * versions of all that makes them, and is refused where one differs.
 */
import { z } from "zod"
import { detectorsOf, moveIntercept } from "./detection/fusion/fusion.ts"
import { type DeepReadonly, type FusionModel, fusionSchema } from "./detection/fusion/model.ts"
import type { Plugin } from "./detection/plugin.ts"
import { detectorsNamed } from "./detection/registry.ts"
import { digestOf } from "./digest.ts"
import { DataError } from "./errors.ts"
import { generatorVersion } from "./generator-version.ts"
import { expectedLabelShare, labelledShares } from "./learning.ts"
import type { ModelOrigin, Run, RunManifest } from "./run.ts"
import { nameOf, quote, valueAt } from "./scenario/problems.ts"
import { LONGEST_NAME, NAME_PATTERN, type Scenario } from "./scenario/schema.ts"

const text = z.string({ error: "text" })
const mapping = (fields: string) => ({ error: `a mapping of ${fields}` })
const share = z
  .number({ error: "a number in [0, 1]" })
  .min(0, "a number in [0, 1]")
  .max(1, "a number in [0, 1]")
const whole = z.int({ error: "a whole number of 1 or more" }).min(1, "a whole number of 1 or more")
const sha256 = z.string({ error: "64 hexadecimal digits" }).regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits")
const NAME = `lower-case letters, digits and hyphens, up to ${LONGEST_NAME} characters`
const name = z.string({ error: NAME }).regex(NAME_PATTERN, NAME).max(LONGEST_NAME, NAME)

/** What a model was learned from, and when. */
export const provenanceSchema = z.strictObject(
  {
    /** Name of the scenario, and its seed. */
    scenario: text,
    seed: text,
    /** The run that learned it: its id, digest, and when it was made (ISO 8601, UTC). */
    run: text,
    digest: sha256,
    createdAt: z.iso.datetime({ error: "a time like 2026-03-02T00:00:00.000Z" }),
    /** What counted as AI-managed. */
    definition: z.strictObject(
      { automation: share, oversight: share, days: whole },
      mapping("automation, oversight, days"),
    ),
    /** Archetypes that it has seen. */
    archetypes: z.array(text, { error: "a list of archetypes" }),
  },
  mapping("scenario, seed, run, digest, createdAt, definition, archetypes"),
)

const fieldsSchema = z.strictObject(
  {
    format: z.literal(1, { error: "1" }),
    name,
    learned: provenanceSchema,
    versions: z.strictObject(
      {
        assay: text,
        generator: text,
        /** By detector id. */
        detectors: z.record(z.string(), whole, { error: "a mapping with one entry a detector" }),
        /** Of those that are plug-ins, by id: SHA-256, hex, over what they consist of; null where nobody can know. */
        plugins: z
          .record(z.string(), sha256.nullable(), { error: "a mapping with one entry a plug-in" })
          .optional(),
      },
      mapping("assay, generator, detectors, plugins"),
    ),
    /** Seconds; co-action's scores follow it. */
    coActionWindow: whole,
    /** Shares of the learning set's accounts labelled AI-managed, by the side that they were drawn from. */
    labelled: z.strictObject({ managed: share, authentic: share }, mapping("managed, authentic")),
    /** The share labelled AI-managed that the fusion's intercept stands for. */
    labelShare: share,
    fusion: fusionSchema,
  },
  mapping("format, name, learned, versions, coActionWindow, labelled, labelShare, fusion"),
)

/** A model must say the same of all its detectors. */
const savedModelSchema = fieldsSchema.superRefine((model, context) => {
  const wanted = Object.keys(model.versions.detectors)
  const fusion: FusionModel = model.fusion
  const perDetector: [string, object][] = [["calibration", fusion.calibration]]
  if ("weights" in fusion) perDetector.push(["weights", fusion.weights])
  if ("missing" in fusion) perDetector.push(["missing", fusion.missing])
  for (const [field, found] of perDetector) {
    const ids = Object.keys(found)
    if (ids.length === wanted.length && wanted.every((id) => ids.includes(id))) continue
    const message = `a mapping of the detectors of versions.detectors (${wanted.join(", ")})`
    context.addIssue({ code: "custom", path: ["fusion", field], message })
  }
  if (fusion.method === "k-of-n" && fusion.k > wanted.length) {
    const message = `a whole number in [1, ${wanted.length}], the number of detectors`
    context.addIssue({ code: "custom", path: ["fusion", "k"], message })
  }
})

export type SavedModel = DeepReadonly<z.output<typeof fieldsSchema>>
export type ModelProvenance = DeepReadonly<z.output<typeof provenanceSchema>>

/** A model and the file that it was read from. */
export interface LoadedModel {
  readonly file: string
  readonly model: SavedModel
}

/** Reads a model's text. A DataError names the file and each field with what is allowed and what was found. */
export function parseModel(content: string, file: string): LoadedModel {
  let input: unknown
  try {
    input = JSON.parse(content)
  } catch {
    throw new DataError(`${file}: this is not whole JSON; a model that \`assay model save\` wrote is needed`)
  }
  const checked = savedModelSchema.safeParse(input)
  if (checked.success) return { file, model: checked.data }
  const problems = checked.error.issues.flatMap((issue) => problemsOf(issue, input))
  throw new DataError([...new Set(problems)].map((problem) => `${file}: ${problem}`).join("\n"))
}

function problemsOf(issue: z.core.$ZodIssue, input: unknown): string[] {
  const field = nameOf(issue.path)
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `${nameOf([...issue.path, key])} is not a field of a model`)
  const found = quote(valueAt(input, issue.path))
  return [`${field === "" ? "a model" : field} must be ${issue.message}, got ${found}`]
}

/**
 * The model of a run, under a name. Throws a DataError when the run does not hold what its fusion was learned from:
 * how the model is to be moved to another prevalence could not be told.
 */
export function modelOf(run: Run, modelName: string): SavedModel {
  const { manifest, learning } = run
  if (learning === undefined) throw new DataError(`${manifest.id}: ${whyNoLearning(run)}`)
  const { scenario } = manifest
  const labelled = labelledShares(learning, manifest.archetypes, scenario.definition)
  const seen = new Set(learning.archetype)
  return {
    format: 1,
    name: modelName,
    learned: {
      scenario: scenario.name,
      seed: manifest.fusion.learnedFrom.seed,
      run: manifest.id,
      digest: manifest.digest,
      createdAt: manifest.createdAt,
      definition: scenario.definition,
      archetypes: manifest.archetypes.flatMap(({ id }, kind) => (seen.has(kind) ? [id] : [])),
    },
    versions: {
      assay: manifest.versions.assay,
      generator: manifest.versions.generator,
      detectors: Object.fromEntries(manifest.detectors.map(({ id, version }) => [id, version])),
      ...pluginDigests(manifest),
    },
    coActionWindow: scenario.detectors.coActionWindow,
    labelled,
    labelShare: expectedLabelShare(labelled, scenario.prevalence),
    fusion: manifest.fusion,
  }
}

function pluginDigests({ detectors }: RunManifest): { plugins?: Record<string, string | null> } {
  const plugins = detectors.flatMap(({ id, plugin }) => (plugin ? [[id, plugin.digest] as const] : []))
  return plugins.length > 0 ? { plugins: Object.fromEntries(plugins) } : {}
}

/** Why a run has no learning set, and what to do. */
export function whyNoLearning({ manifest: { model } }: Pick<Run, "manifest">): string {
  return model === undefined
    ? "does not hold what its fusion was learned from, as an earlier Assay wrote it; run its scenario again"
    : `learned nothing, as its fusion is the model ${model.name} (${model.file}), learned by ${model.learned.run}`
}

/** The fusion for a scenario: the model's, moved to the scenario's prevalence. */
export function fusionFor({ model }: LoadedModel, { prevalence }: Scenario): FusionModel {
  return moveIntercept(model.fusion, model.labelShare, expectedLabelShare(model.labelled, prevalence))
}

/** SHA-256, hex, over all that a model holds but its name and when it was learned: no clock gets into a digest. */
export const modelDigest = ({ learned, ...model }: SavedModel) =>
  digestOf([JSON.stringify({ ...model, name: "", learned: { ...learned, createdAt: "" } })])

/** What a run keeps of where its fusion came from. */
export function originOf({ file, model }: LoadedModel): ModelOrigin {
  return { file, name: model.name, digest: modelDigest(model), learned: model.learned }
}

/** Throws a DataError that names what the model was learned by and what the scenario would use, where they differ. */
export function requireUsable(
  { file, model }: LoadedModel,
  scenario: Scenario,
  plugins: readonly Plugin[] = [],
): void {
  const detectors = [
    ...detectorsNamed(scenario.detectors.use),
    ...plugins.map(({ description }) => description),
  ]
  const own = detectorsOf(model.fusion)
  const ids = detectors.map(({ id }) => id)
  const problems: string[] = []
  const compare = (what: string, found: string | number, here: string | number) => {
    if (found !== here) problems.push(`${what} must be ${here} as here, got ${found}; learn the model again`)
  }
  compare("versions.generator", model.versions.generator, generatorVersion)
  for (const { id, version } of detectors) {
    const learnedBy = model.versions.detectors[id]
    if (learnedBy !== undefined) compare(`versions.detectors.${id}`, learnedBy, version)
  }
  // Whoever writes a plug-in may forget to raise its version.
  for (const { description, digest } of plugins) {
    const learnedBy = model.versions.plugins?.[description.id]
    if (digest && learnedBy) compare(`versions.plugins.${description.id}`, learnedBy, digest)
  }
  if (own.length !== ids.length || !ids.every((id) => own.includes(id)))
    problems.push(
      `fusion must combine the scenario's ${plugins.length > 0 ? "detectors" : "detectors.use"} (${ids.join(", ")}), ` +
        `got ${own.join(", ")}`,
    )
  compare("coActionWindow", model.coActionWindow, scenario.detectors.coActionWindow)
  if (problems.length > 0) throw new DataError(problems.map((problem) => `${file}: ${problem}`).join("\n"))
}
