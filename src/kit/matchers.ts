/** What a judged population is expected to reach or to keep, and what is said when it does not. */
import { dirname } from "node:path"
import { UsageError } from "../core/errors.ts"
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
    const what = `recall${ofCohort(at.of)} ${placeOf(at)}`
    return reach(judged, what, judged.recall(at, at.of), least, at, "AI-managed accounts")
  },
  toReachPrecision(received: unknown, least: number, at: AtSure): MatcherAnswer {
    const judged = judgedBy("toReachPrecision", received)
    return reach(judged, `precision ${placeOf(at)}`, judged.precision(at), least, at, "flagged accounts")
  },
  toReachAuc(received: unknown, least: number, options: Sureness = {}): MatcherAnswer {
    const judged = judgedBy("toReachAuc", received)
    return reach(judged, "an AUC of", judged.auc(), least, options, "accounts with a score")
  },
  toKeepFpr(received: unknown, most: number, at: AtSure): MatcherAnswer {
    const judged = judgedBy("toKeepFpr", received)
    return keep(judged, `FPR ${placeOf(at)}`, judged.falsePositiveRate(at), most, at)
  },
  toKeepFprOf(received: unknown, cohort: string, most: number, at: AtSure): MatcherAnswer {
    const judged = judgedBy("toKeepFprOf", received)
    return keep(judged, `FPR of ${cohort} ${placeOf(at)}`, judged.falsePositiveRate(at, cohort), most, at)
  },
  toHitNobodyOf(received: unknown, cohort: string, at: At): MatcherAnswer {
    const judged = judgedBy("toHitNobodyOf", received)
    const { accounts } = judged.falsePositiveRate(at, cohort)
    const hit = judged.hit(at, cohort)
    const count = `${hit.length} of ${accounts} authentic accounts of ${cohort}`
    return {
      // Nobody of nobody is no success: the scenario does not hold whom the test is about.
      pass: accounts > 0 && hit.length === 0,
      message: () =>
        told(judged, `hits ${count} ${placeOf(at)}`, "nobody", [
          ...hit.slice(0, LISTED).map(({ account, archetype, score, reasons }) => {
            return `account ${account} (${archetype}) at ${figure(score)}${reasons[0] ? `: ${reasons[0]}` : ""}`
          }),
          ...(hit.length > LISTED ? [`and ${hit.length - LISTED} more`] : []),
        ]),
    }
  },
  async toConform(
    this: AskedIn,
    received: unknown,
    options: ConformanceOptions = {},
  ): Promise<MatcherAnswer> {
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
              ...broken.map(({ check, over, problem }) => {
                return `${check}${over === null ? "" : `, over ${over}`}: ${problem}`
              }),
            ].join("\n  "),
    }
  },
} as const

/** What Vitest tells of where a matcher is asked. */
interface AskedIn {
  readonly testPath?: string | undefined
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

function reach(
  judged: Judged,
  what: string,
  estimate: Estimate,
  least: number,
  { sure = false }: Sureness,
  counted: string,
): MatcherAnswer {
  const reached = sure ? estimate.interval[0] : estimate.value
  return {
    pass: reached >= least,
    message: () =>
      told(judged, `reaches ${what} ${figure(estimate.value)}`, wanted(sure, `${least} or more`), [
        basis(estimate, counted),
      ]),
  }
}

function keep(
  judged: Judged,
  what: string,
  estimate: Estimate,
  most: number,
  { sure = false }: Sureness,
): MatcherAnswer {
  const kept = sure ? estimate.interval[1] : estimate.value
  return {
    pass: kept <= most,
    message: () =>
      told(judged, `has an ${what} of ${figure(estimate.value)}`, wanted(sure, `${most} or less`), [
        basis(estimate, "authentic accounts"),
      ]),
  }
}

const wanted = (sure: boolean, limit: string) => (sure ? `${limit} by its whole interval` : limit)

const basis = ({ interval: [low, high], accounts }: Estimate, counted: string) =>
  `95 % interval ${figure(low)} to ${figure(high)}, from ${accounts} ${counted}`

function told(judged: Judged, found: string, limit: string, lines: readonly string[]): string {
  const { of, scenario, seed, accounts, repeat } = judged
  const where = `on ${scenario}, seed ${JSON.stringify(seed)}, ${accounts} accounts`
  return [`${of} ${found} ${where}; wanted: ${limit}`, ...lines, `repeat: ${repeat}`].join("\n  ")
}

const ofCohort = (cohort: string | undefined) => (cohort === undefined ? "" : ` of ${cohort}`)

const placeOf = (at: At) =>
  "threshold" in at ? `at threshold ${at.threshold}` : `at FPR ${Number((100 * at.atFpr).toPrecision(6))} %`

const figure = (value: number) => (Number.isNaN(value) ? "unknown" : String(Number(value.toFixed(4))))
