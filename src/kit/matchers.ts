/** What a judged population is expected to reach or to keep, and what is said when it does not. */
import { dirname } from "node:path"
import { UsageError } from "../core/errors.ts"
import type { Checked } from "../engine/plugins/hosted.ts"
import { requireAt, requireCohort, requireFields, requireShare, requireSure } from "./asked.ts"
import { holdToSuite } from "./conform.ts"
import type {
  At,
  AtSure,
  AtSureOf,
  ConformanceOptions,
  DetectorSource,
  Estimate,
  Judged,
  Sureness,
} from "./contract.ts"
import { JudgedPopulation } from "./judged.ts"

export interface MatcherAnswer {
  readonly pass: boolean
  readonly message: () => string
}

/** Flagged accounts that a failure lists. */
const LISTED = 5

export const matchers = {
  toReachRecall(received: unknown, least: number, at: AtSureOf): MatcherAnswer {
    const judged = judgedBy("toReachRecall", received)
    requireShare("toReachRecall", "least", least)
    const place = sureAt("toReachRecall", at, ["of"])
    if (at.of !== undefined) requireCohort("toReachRecall", "at.of", at.of)
    const what = `recall${at.of === undefined ? "" : ` of ${at.of}`}`
    const estimate = judged.recall(place, at.of)
    return reach(judged, { what, place, estimate, counted: "AI-managed accounts" }, least, at)
  },
  toReachPrecision(received: unknown, least: number, at: AtSure): MatcherAnswer {
    const judged = judgedBy("toReachPrecision", received)
    requireShare("toReachPrecision", "least", least)
    const place = sureAt("toReachPrecision", at)
    const estimate = judged.precision(place)
    return reach(judged, { what: "precision", place, estimate, counted: "flagged accounts" }, least, at)
  },
  toReachAuc(received: unknown, least: number, options: Sureness = {}): MatcherAnswer {
    const judged = judgedBy("toReachAuc", received)
    requireShare("toReachAuc", "least", least)
    requireFields("toReachAuc", "options", options, ["sure"])
    requireSure("toReachAuc", "options", options)
    const asked = { what: "an AUC of", place: null, estimate: judged.auc(), counted: "accounts" }
    return reach(judged, asked, least, options)
  },
  toKeepFpr(received: unknown, most: number, at: AtSure): MatcherAnswer {
    const judged = judgedBy("toKeepFpr", received)
    requireShare("toKeepFpr", "most", most)
    const place = sureAt("toKeepFpr", at)
    return keep(judged, { what: "FPR", place, estimate: judged.falsePositiveRate(place) }, most, at)
  },
  toKeepFprOf(received: unknown, cohort: string, most: number, at: AtSure): MatcherAnswer {
    const judged = judgedBy("toKeepFprOf", received)
    requireCohort("toKeepFprOf", "cohort", cohort)
    requireShare("toKeepFprOf", "most", most)
    const place = sureAt("toKeepFprOf", at)
    const estimate = judged.falsePositiveRate(place, cohort)
    return keep(judged, { what: `FPR of ${cohort}`, place, estimate }, most, at)
  },
  toHitNobodyOf(received: unknown, cohort: string, at: At): MatcherAnswer {
    const judged = judgedBy("toHitNobodyOf", received)
    requireCohort("toHitNobodyOf", "cohort", cohort)
    const place = requireAt("toHitNobodyOf", at)
    const { accounts, unscored } = judged.falsePositiveRate(place, cohort)
    const hit = judged.hit(place, cohort)
    const count = `${hit.length} of ${accounts} authentic accounts of ${cohort}`
    return {
      // Nobody of nobody is no success: the scenario does not hold whom the test is about.
      pass: accounts > 0 && hit.length === 0,
      message: () =>
        told(judged, `hits ${count} ${placeOf(place)}`, "nobody", [
          ...hit.slice(0, LISTED).map(({ account, archetype, score, reasons }) => {
            return `account ${account} (${archetype}) at ${figure(score)}${reasons[0] ? `: ${reasons[0]}` : ""}`
          }),
          ...(hit.length > LISTED ? [`and ${hit.length - LISTED} more`] : []),
          ...(unscored > 0 ? [`of ${cohort} ${withoutScore(unscored, NOT_FLAGGED)}`] : []),
        ]),
    }
  },
  async toConform(
    this: AskedIn,
    received: unknown,
    options: ConformanceOptions = {},
  ): Promise<MatcherAnswer> {
    requireFields("toConform", "options", options, ["tolerance"])
    const folder = this.testPath === undefined ? process.cwd() : dirname(this.testPath)
    const { detector, checks } = await holdToSuite(sourceBy("toConform", received), folder, options)
    const broken = checks.filter(({ problem }) => problem !== null)
    return {
      pass: broken.length === 0,
      message: () =>
        broken.length === 0
          ? `${detector} keeps all ${checks.length} promises of the conformance suite`
          : [
              `${detector} breaks ${broken.length} of ${checks.length} promises of the conformance suite`,
              ...brokenLines(broken),
            ].join("\n  "),
    }
  },
} as const

/** `more`: fields of `at` that the matcher takes besides. */
function sureAt(matcher: string, at: AtSure, more: readonly string[] = []): At {
  const place = requireAt(matcher, at, ["sure", ...more])
  requireSure(matcher, "at", at)
  return place
}

/** What Vitest tells of where a matcher is asked. */
interface AskedIn {
  readonly testPath?: string | undefined
}

/** What breaks several promises alike, as a score out of range does, is told of the first, with how many more. */
function brokenLines(broken: readonly Checked[]): string[] {
  return [...new Set(broken.map(({ problem }) => problem))].map((problem) => {
    const [first, ...more] = broken.filter((one) => one.problem === problem)
    const { check, over } = first!
    const others =
      more.length === 0
        ? ""
        : `; the same breaks ${more.length === 1 ? "1 other promise" : `${more.length} other promises`}`
    return `${check}${over === null ? "" : `, over ${over}`}: ${problem}${others}`
  })
}

function judgedBy(matcher: string, received: unknown): Judged {
  if (received instanceof JudgedPopulation) return received
  const found = received instanceof Promise ? "a promise (await it)" : typeof received
  throw new UsageError(`${matcher} takes what assay.judge or assay.run gave, got ${found}`)
}

function sourceBy(matcher: string, received: unknown): DetectorSource {
  const isNamed = typeof received === "string" && received !== ""
  const isObject = typeof received === "object" && received !== null
  if (isNamed || (isObject && ["score", "program", "endpoint"].some((part) => part in received)))
    return received as DetectorSource
  const found = received instanceof JudgedPopulation ? "what it made of a population" : typeof received
  throw new UsageError(
    `${matcher} takes a detector: a file, an object, { program } or { endpoint }, got ${found}`,
  )
}

interface Asked {
  readonly what: string
  /** null where a figure is of all thresholds together. */
  readonly place: At | null
  readonly estimate: Estimate
  /** Which accounts it counts. */
  readonly counted: string
}

function reach(judged: Judged, asked: Asked, least: number, { sure = false }: Sureness): MatcherAnswer {
  const { estimate, what, place } = asked
  const reached = sure ? estimate.interval[0] : estimate.value
  const found = `reaches ${what} ${figure(estimate.value)}${place === null ? "" : ` ${placeOf(place)}`}`
  return {
    pass: reached >= least,
    message: () => told(judged, found, wanted(sure, `${least} or more`), [basis(asked)]),
  }
}

function keep(
  judged: Judged,
  { estimate, what, place }: Omit<Asked, "counted"> & { readonly place: At },
  most: number,
  { sure = false }: Sureness,
): MatcherAnswer {
  const kept = sure ? estimate.interval[1] : estimate.value
  const found = `has an ${what} of ${figure(estimate.value)} ${placeOf(place)}`
  return {
    pass: kept <= most,
    message: () =>
      told(judged, found, wanted(sure, `${most} or less`), [
        basis({ what, place, estimate, counted: "authentic accounts" }),
      ]),
  }
}

const wanted = (sure: boolean, limit: string) => (sure ? `${limit} by its whole interval` : limit)

function basis({ estimate: { interval, accounts, unscored }, counted, place }: Asked): string {
  const [low, high] = interval.map(figure)
  const from = `95 % interval ${low} to ${high}, from ${accounts} ${counted}`
  if (unscored === 0) return from
  return `${from}, of which ${withoutScore(unscored, place === null ? "ranked below all others" : NOT_FLAGGED)}`
}

/** What an account without a score is taken for. */
const NOT_FLAGGED = "not flagged"

const withoutScore = (unscored: number, taken: string) =>
  unscored === 1 ? `1 has no score and is ${taken}` : `${unscored} have no score and are ${taken}`

function told(judged: Judged, found: string, limit: string, lines: readonly string[]): string {
  const { of, scenario, seed, accounts, repeat } = judged
  const where = `on ${scenario}, seed ${JSON.stringify(seed)}, ${accounts} accounts`
  return [`${of} ${found} ${where}; wanted: ${limit}`, ...lines, `repeat: ${repeat}`].join("\n  ")
}

const placeOf = (at: At) =>
  at.threshold !== undefined
    ? `at threshold ${at.threshold}`
    : `at FPR ${Number((100 * at.atFpr).toPrecision(6))} %`

const figure = (value: number) => (Number.isNaN(value) ? "unknown" : String(Number(value.toFixed(4))))
