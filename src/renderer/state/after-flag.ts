/**
 * What a setting says of the time after a flag: enforcement, review, appeals, readers, and costs that only following
 * each flag can tell. An address says what differs from the defaults, as in `review.reviewers:3,review.order:riskiest`;
 * ranges are those of the policy's schema, which the page does not load.
 */
import { COHORT_KINDS, type CohortKind } from "../../core/evaluation/index.ts"
import {
  type Appeals,
  DEFAULT_APPEALS,
  DEFAULT_ENFORCEMENT,
  DEFAULT_READERS,
  DEFAULT_REVIEW,
  type Enforcement,
  type Readers,
  type Review,
} from "../../core/policy/after-flag.ts"
import type { Policy, PolicyCosts } from "../../core/policy/policy.ts"
import { COST, FIELDS, type FieldPath, fits, type Leaf } from "./after-flag-fields.ts"

/** Costs beside those that the trade-offs weigh. */
export type FurtherCosts = Pick<
  PolicyCosts,
  "reviewerHour" | "wrongfulDay" | "missedPer1000Followers" | "falsePositiveOf"
>

export interface AfterFlag {
  readonly enforcement: Enforcement
  readonly review: Review
  readonly appeals: Appeals
  readonly readers: Readers
  readonly costs: FurtherCosts
}

export const NO_FURTHER_COSTS: FurtherCosts = {
  reviewerHour: 0,
  wrongfulDay: 0,
  missedPer1000Followers: 0,
  falsePositiveOf: { archetype: {}, language: {}, followers: {}, age: {} },
}

export const FIRST_AFTER_FLAG: AfterFlag = {
  enforcement: DEFAULT_ENFORCEMENT,
  review: DEFAULT_REVIEW,
  appeals: DEFAULT_APPEALS,
  readers: DEFAULT_READERS,
  costs: NO_FURTHER_COSTS,
}

export const afterFlagOf = ({ enforcement, review, appeals, readers, costs }: Policy): AfterFlag => ({
  enforcement,
  review,
  appeals,
  readers,
  costs:
    costs === null
      ? NO_FURTHER_COSTS
      : {
          reviewerHour: costs.reviewerHour,
          wrongfulDay: costs.wrongfulDay,
          missedPer1000Followers: costs.missedPer1000Followers,
          falsePositiveOf: costs.falsePositiveOf,
        },
})

const OF_COHORT = "costs.falsePositiveOf."
const OVERFLOW = "review.overflow"

/** By path; the name of a cohort, which may have any signs, is escaped. */
function leavesOf(value: unknown, path: string, into: Map<string, Leaf>): Map<string, Leaf> {
  if (typeof value === "object" && value !== null)
    for (const [name, inner] of Object.entries(value))
      leavesOf(inner, path === "" ? name : `${path}.${pathPart(name)}`, into)
  else if (path !== OVERFLOW) into.set(path, value as Leaf)
  return into
}

/** Commas and colons part what is said; a pin has signs of its own. */
const pathPart = (name: string) => encodeURIComponent(name).replaceAll(".", "%2E")

const FIRST_LEAVES = leavesOf(FIRST_AFTER_FLAG, "", new Map())

/** What differs from the defaults; null when nothing does. */
export function tellAfterFlag(after: AfterFlag): string | null {
  if (after === FIRST_AFTER_FLAG) return null
  const told = [...leavesOf(after, "", new Map())].filter(([path, leaf]) => FIRST_LEAVES.get(path) !== leaf)
  return told.length === 0 ? null : told.map(([path, leaf]) => `${path}:${leaf}`).join(",")
}

/** The inverse; whatever makes no sense is taken as not said. */
export function readAfterFlag(said: string | null): AfterFlag {
  const leaves = new Map<string, Leaf>()
  for (const part of said?.split(",") ?? []) {
    const at = part.lastIndexOf(":")
    const path = part.slice(0, at)
    const leaf = leafOf(part.slice(at + 1))
    if (at > 0 && isAllowed(path, leaf)) leaves.set(path, leaf)
  }
  // A rule for an overflowing queue has both its parts.
  const overflow = [`${OVERFLOW}.hours`, `${OVERFLOW}.actFrom`]
  if (!overflow.every((path) => leaves.has(path))) for (const path of overflow) leaves.delete(path)
  if (leaves.size === 0) return FIRST_AFTER_FLAG
  const after = structuredClone(FIRST_AFTER_FLAG) as unknown as Tree
  for (const [path, leaf] of leaves) put(after, path.split(".").map(decodeURIComponent), leaf)
  return after as unknown as AfterFlag
}

/** What stands at a path; undefined where a rule that is off has no parts. */
export const leafAt = (after: AfterFlag, path: FieldPath): Leaf | undefined =>
  path
    .split(".")
    .reduce<Tree | Leaf | undefined>(
      (at, name) => (typeof at === "object" && at !== null ? at[name] : undefined),
      after as unknown as Tree,
    ) as Leaf | undefined

export function withLeaf(after: AfterFlag, path: FieldPath, leaf: Leaf): AfterFlag {
  const changed = structuredClone(after) as unknown as Tree
  put(changed, path.split("."), leaf)
  return changed as unknown as AfterFlag
}

/** The cost of wrongly acting on one cohort's accounts; null for that of all. */
export function withCohortCost(
  after: AfterFlag,
  kind: CohortKind,
  name: string,
  cost: number | null,
): AfterFlag {
  const { [name]: _, ...others } = after.costs.falsePositiveOf[kind]
  const falsePositiveOf = {
    ...after.costs.falsePositiveOf,
    [kind]: cost === null ? others : { ...after.costs.falsePositiveOf[kind], [name]: cost },
  }
  return { ...after, costs: { ...after.costs, falsePositiveOf } }
}

interface Tree {
  [name: string]: Tree | Leaf
}

function put(tree: Tree, [name = "", ...rest]: readonly string[], leaf: Leaf): void {
  if (rest.length === 0) {
    tree[name] = leaf
    return
  }
  const inner = (tree[name] ?? {}) as Tree
  tree[name] = inner
  put(inner, rest, leaf)
}

function leafOf(text: string): Leaf {
  if (text === "null") return null
  if (text === "true" || text === "false") return text === "true"
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text
}

function isAllowed(path: string, leaf: Leaf): boolean {
  if (!path.startsWith(OF_COHORT)) return Object.hasOwn(FIELDS, path) && fits(FIELDS[path as FieldPath], leaf)
  const [kind = "", name = "", ...more] = path.slice(OF_COHORT.length).split(".")
  return (
    (COHORT_KINDS as readonly string[]).includes(kind) &&
    more.length === 0 &&
    isCohortName(name) &&
    fits(COST, leaf)
  )
}

function isCohortName(escaped: string): boolean {
  try {
    const name = decodeURIComponent(escaped)
    return name.length >= 1 && name.length <= 100 && name !== "__proto__"
  } catch {
    // Escapes that are none.
    return false
  }
}

export const sameAfterFlag = (a: AfterFlag, b: AfterFlag): boolean =>
  a === b || tellAfterFlag(a) === tellAfterFlag(b)
