/**
 * What a setting says of the time after a flag: enforcement, review, appeals, readers, and costs that only following
 * each flag can tell. An address says what differs from the defaults, as in `review.reviewers:3,review.order:riskiest`;
 * ranges are those of the policy's schema, which the page does not load.
 */
import { COHORT_KINDS } from "../../core/evaluation/index.ts"
import {
  ACTIONS,
  type Appeals,
  DEFAULT_APPEALS,
  DEFAULT_ENFORCEMENT,
  DEFAULT_READERS,
  DEFAULT_REVIEW,
  type Enforcement,
  ORDERS,
  type Readers,
  type Review,
  SECOND_OPINIONS,
  SERVICE_TIMES,
} from "../../core/policy/after-flag.ts"
import type { Policy, PolicyCosts } from "../../core/policy/policy.ts"

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

type Leaf = string | number | boolean | null

/** What a leaf may be. */
type Allowed = (value: Leaf) => boolean

const within =
  (low: number, high: number): Allowed =>
  (value) =>
    typeof value === "number" && value >= low && value <= high
const above =
  (low: number, high: number): Allowed =>
  (value) =>
    typeof value === "number" && value > low && value <= high
const between =
  (low: number, high: number): Allowed =>
  (value) =>
    typeof value === "number" && value > low && value < high
const whole =
  (low: number, high: number): Allowed =>
  (value) =>
    Number.isInteger(value) && within(low, high)(value)
const orNull =
  (allowed: Allowed): Allowed =>
  (value) =>
    value === null || allowed(value)
const oneOf =
  (names: readonly string[]): Allowed =>
  (value) =>
    typeof value === "string" && names.includes(value)
const isFlag: Allowed = (value) => typeof value === "boolean"

const SHARE = within(0, 1)
const RATE = between(0, 1)
const COST = within(0, 1e9)

/** By path; the same ranges as in after-flag-schema.ts, which a test holds this to. */
export const ALLOWED: Readonly<Record<string, Allowed>> = {
  "enforcement.horizonDays": orNull(whole(1, 365)),
  "enforcement.afterReview.occasional": oneOf(ACTIONS),
  "enforcement.afterReview.mostly": oneOf(ACTIONS),
  "enforcement.afterReview.full": oneOf(ACTIONS),
  "enforcement.noticeDays": within(0, 60),
  "enforcement.complies": SHARE,
  "enforcement.limitDays": above(0, 365),
  "enforcement.suspendDays": orNull(above(0, 3650)),
  "enforcement.limitedReach": SHARE,
  "enforcement.labelledReach": SHARE,
  "enforcement.recheckDays": above(0, 365),
  "enforcement.strikes.lastDays": above(0, 3650),
  "enforcement.strikes.limitAt": orNull(whole(1, 100)),
  "enforcement.strikes.suspendAt": orNull(whole(1, 100)),
  "review.reviewers": whole(0, 10_000),
  "review.hoursPerDay": above(0, 24),
  "review.startsAt": (value) => typeof value === "number" && value >= 0 && value < 24,
  "review.serviceTimes": oneOf(SERVICE_TIMES),
  "review.order": oneOf(ORDERS),
  "review.truePositiveRate": RATE,
  "review.falsePositiveRate": RATE,
  "review.dontKnow": within(0, 0.9),
  "review.agreement": (value) => typeof value === "number" && value >= 0 && value < 1,
  "review.leniency": within(0, 2),
  "review.secondOpinion": oneOf(SECOND_OPINIONS),
  "review.reports": orNull(whole(1, 1_000_000)),
  "review.overflow.hours": above(0, 10_000),
  "review.overflow.actFrom": SHARE,
  "appeals.authenticFile": SHARE,
  "appeals.managedFile": SHARE,
  "appeals.delayDays": above(0, 60),
  "appeals.truePositiveRate": RATE,
  "appeals.falsePositiveRate": RATE,
  "appeals.secondsPerAppeal": within(0, 86_400),
  "appeals.first": isFlag,
  "readers.positionBias": within(0, 3),
  "readers.halfLifeHours": above(0, 1000),
  "readers.depth": whole(1, 10_000),
  "readers.leastFollowers": whole(0, 100_000_000),
  "costs.reviewerHour": COST,
  "costs.wrongfulDay": COST,
  "costs.missedPer1000Followers": COST,
}

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
  if (!path.startsWith(OF_COHORT)) return Object.hasOwn(ALLOWED, path) && ALLOWED[path]!(leaf)
  const [kind = "", name = "", ...more] = path.slice(OF_COHORT.length).split(".")
  return (
    (COHORT_KINDS as readonly string[]).includes(kind) &&
    more.length === 0 &&
    isCohortName(name) &&
    COST(leaf)
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
