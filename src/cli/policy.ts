/** Policies in the terminal: reading a file, and what of it a command takes. */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Option } from "commander"
import type { Places } from "../api/places.ts"
import { DataError, UsageError } from "../core/errors.ts"
import {
  type Cap,
  type CohortKind,
  cohortsOf,
  createScoreIndex,
  type OperatingPoint,
  operatingPoint,
  type ScoreIndex,
} from "../core/evaluation/index.ts"
import { type Definition, labelAccounts } from "../core/policy/definition.ts"
import { parsePolicy } from "../core/policy/parse-policy.ts"
import { capsInRun, type Policy, tiersOn, type UnknownCohort, unknownCosts } from "../core/policy/policy.ts"
import { policyWarnings } from "../core/policy/policy-warnings.ts"
import { TIERS, type Tier } from "../core/policy/tiers.ts"
import type { Run } from "../core/run.ts"
import { suggestion } from "../core/scenario/suggest.ts"
import { bundledNames } from "./context.ts"
import { definitionText, movedDefinition } from "./definition.ts"
import { oneOf, quoted } from "./options.ts"
import { operatingPointTable } from "./report-text.ts"

export interface ReadPolicy {
  /** As messages name it. */
  readonly file: string
  readonly policy: Policy
}

export const tierOption = (meaning: string, suffix = "") =>
  new Option(`--tier${suffix} <tier>`, `${meaning}: ${TIERS.join(", ")}`).argParser(
    oneOf(`--tier${suffix}`, TIERS),
  )

/** Of a file, or a bundled policy by its name, with its warnings on stderr; null when none is named. */
export async function readPolicy(file: string | undefined, { root }: Places): Promise<ReadPolicy | null> {
  if (file === undefined) return null
  const folder = join(root, "simulations/policies")
  const bundled = /^[\w-]+$/.test(file) ? join(folder, `${file}.yaml`) : null
  const text = (await textOf(file)) ?? (bundled && (await textOf(bundled)))
  if (text === null) throw await noSuchPolicy(file, folder)
  const policy = parsePolicy(text, file)
  for (const warning of policyWarnings(policy)) process.stderr.write(`${file}: ${warning}\n`)
  return { file, policy }
}

async function noSuchPolicy(file: string, folder: string): Promise<DataError> {
  const named = await bundledNames(folder)
  return new DataError(
    `${file}: there is no such policy file or bundled policy; ${suggestion(file, named, "always list")}`,
  )
}

/** null where there is no such file. */
async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT" || code === "ENOTDIR") return null
    if (code === "EISDIR") throw new DataError(`${file}: this is a folder; a policy file is needed`)
    throw new DataError(`${file}: cannot be read (${code})`)
  }
}

/** The threshold of a tier; its only one when `tier` is undefined. */
export function tierThreshold(
  read: ReadPolicy | null,
  tier: Tier | undefined,
  option = "--tier",
): number | undefined {
  if (read === null) {
    if (tier !== undefined) throw new UsageError(`${option} needs --policy, whose tiers it names`)
    return undefined
  }
  const on = tiersOn(read.policy)
  if (tier === undefined) return on.length === 1 ? on[0]!.threshold : undefined
  const found = on.find((one) => one.tier === tier)
  if (found) return found.threshold
  const named = on.length > 0 ? `on are ${on.map((one) => one.tier).join(", ")}` : "all are off"
  throw new UsageError(`${option}: ${tier} is off in ${read.file}; ${named}`)
}

export interface TierPoint extends OperatingPoint {
  readonly name: Tier
}

/** The operating point of each tier that is on: all that it hits, harsher tiers' accounts among them. */
export function tierPoints(policy: Policy, index: ScoreIndex, prevalence: number | undefined): TierPoint[] {
  return tiersOn(policy).map(({ tier, threshold }) => ({
    name: tier,
    ...operatingPoint(index, threshold, prevalence),
  }))
}

/** What the tiers of a policy do to a run. */
export interface JudgedByPolicy {
  readonly name: string
  readonly definition: Definition
  readonly operatingPoints: readonly TierPoint[]
}

export function judgedBy(read: ReadPolicy, { columns, manifest }: Run): JudgedByPolicy {
  const definition = movedDefinition(manifest, {}, read)
  const index = createScoreIndex(columns.risk, labelAccounts(columns.truth, definition))
  const operatingPoints = tierPoints(read.policy, index, read.policy.prevalence ?? undefined)
  return { name: read.policy.name, definition, operatingPoints }
}

export function policyText({ name, definition, operatingPoints }: JudgedByPolicy): string {
  return [`Policy: ${name}`, definitionText(definition), operatingPointTable(operatingPoints)].join("\n")
}

/** Which policy figures follow. */
export const policyHeading = ({ file, policy }: ReadPolicy) => `Policy: ${policy.name} (${file})`

/** Of a policy's caps those on cohorts that the run has; the others are told. */
export function heldCaps({ file, policy }: ReadPolicy, run: Run): readonly Cap[] {
  const { held, unknown } = capsInRun(policy.caps, namesIn(run))
  tellUnknown(`${file}: caps`, unknown, "its cap is left out")
  return held
}

/** Tells which cohorts of a policy's caps and costs the run does not have. */
export function tellUnknownCohorts({ file, policy }: ReadPolicy, run: Run): void {
  tellUnknown(`${file}: caps`, capsInRun(policy.caps, namesIn(run)).unknown, "its cap is left out")
  const unknown = unknownCosts(policy.costs, namesIn(run))
  tellUnknown(`${file}: costs.falsePositiveOf`, unknown, "its cost is left out")
}

const namesIn =
  ({ columns, manifest }: Run) =>
  (kind: CohortKind) =>
    cohortsOf(kind, columns, manifest.archetypes).names

function tellUnknown(field: string, unknown: readonly UnknownCohort[], left: string): void {
  for (const { kind, name, known } of unknown)
    process.stderr.write(
      `${field}.${kind}: this run has no ${kind} ${quoted(name)}, so ${left}; ${suggestion(name, known)}\n`,
    )
}
