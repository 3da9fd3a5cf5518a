/** What a report is asked to look at a run by, in an address: `threshold=0.3&cap=archetype:casual:0.01`. */
import { z } from "zod"
import { UsageError } from "../core/errors.ts"
import { type Cap, COHORT_KINDS } from "../core/evaluation/index.ts"
import { TIERS } from "../core/policy/tiers.ts"
import type { RunManifest } from "../core/run.ts"
import { ownSetting, type ReportSetting } from "../report/setting.ts"
import { REPORT_LANGUAGES, type ReportLanguage } from "../report/words/index.ts"

const number = z.string().trim().min(1).pipe(z.coerce.number())
const positiveShare = number.pipe(z.number().gt(0).max(1))
const share = number.pipe(z.number().min(0).max(1))

const querySchema = z.strictObject({
  lang: z.enum(REPORT_LANGUAGES).default("en"),
  threshold: share.optional(),
  prevalence: number.pipe(z.number().gt(0).lt(1)).optional(),
  automation: positiveShare.optional(),
  oversight: positiveShare.optional(),
  days: number.pipe(z.int().min(1)).optional(),
  tier: z.enum(TIERS).optional(),
  /** The thresholds of all tiers, the mildest first; `off` for one that takes nobody. */
  tiers: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.union([z.literal("off"), share])).length(TIERS.length))
    .optional(),
})

export function reportLanguage(text = "en"): ReportLanguage {
  const language = REPORT_LANGUAGES.find((one) => one === text)
  if (language) return language
  throw new UsageError(
    `report: lang must be one of ${REPORT_LANGUAGES.join(", ")}, got ${JSON.stringify(text)}`,
  )
}

/** Throws a UsageError that names each parameter with what is wrong with it. */
export function parseReportRequest(
  query: Readonly<Record<string, string>>,
  { cap = [], off = [] }: Readonly<Record<string, readonly string[]>>,
  manifest: RunManifest,
): { readonly language: ReportLanguage; readonly setting: ReportSetting } {
  // Those that may be said more than once.
  const { cap: _, off: __, ...rest } = query
  const result = querySchema.safeParse(rest)
  if (!result.success)
    throw new UsageError(
      result.error.issues.map(({ path, message }) => `report: ${[...path, message].join(": ")}`).join("\n"),
    )
  const { lang, threshold, prevalence, automation, oversight, days, tier, tiers } = result.data
  const own = ownSetting(manifest)
  const most = manifest.scenario.days
  if (days !== undefined && days > most)
    throw new UsageError(`report: days must be at most ${most}, the days of the run, got ${days}`)
  return {
    language: lang,
    setting: {
      ...own,
      threshold: threshold ?? own.threshold,
      prevalence,
      definition: {
        automation: automation ?? own.definition.automation,
        oversight: oversight ?? own.definition.oversight,
        days: days ?? own.definition.days,
      },
      tier: tier ?? null,
      tiers: tiers === undefined ? [] : ascending(tiers),
      caps: cap.map(parseCap),
      off,
    },
  }
}

/** Those that are on. */
function ascending(thresholds: readonly (number | "off")[]): ReportSetting["tiers"] {
  const on = TIERS.flatMap((tier, at) => {
    const threshold = thresholds[at]!
    return threshold === "off" ? [] : [{ tier, threshold }]
  })
  for (const [at, { tier, threshold }] of on.entries()) {
    const milder = on[at - 1]
    if (milder !== undefined && threshold < milder.threshold)
      throw new UsageError(`report: tiers: ${tier} must not be below ${milder.tier}`)
  }
  return on
}

/** A cohort's name may hold colons; its kind and the rate do not. */
function parseCap(text: string): Cap {
  const [, kindText, name, rate] = text.match(/^([a-z]+):(.+):([^:]+)$/) ?? []
  const kind = COHORT_KINDS.find((one) => one === kindText)
  const maxFpr = Number(rate)
  if (kind && name && maxFpr > 0 && maxFpr < 1) return { kind, name, maxFpr }
  throw new UsageError(
    `report: cap must be KIND:COHORT:RATE with a rate in (0, 1), e.g. archetype:casual:0.01, got ${JSON.stringify(text)}`,
  )
}
