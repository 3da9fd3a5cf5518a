/** The leakage report as text. */

import type {
  FeatureLeakage,
  LeakageLimit,
  LeakageReport,
  LeaveOneOut,
  Separation,
  Zone,
} from "../core/realism/leakage-report.ts"
import { count, counted, decimal, interval } from "../report/plain-numbers.ts"
import { table } from "./table.ts"

export function leakageText(report: LeakageReport): string {
  const { scenario, accounts, managed, features, detectorFeatures, detectors, fusion } = report
  return [
    `${scenario}: ${counted(accounts, "account")}, ${count(managed)} AI-managed. AUC with 95 % bootstrap intervals; ` +
      "a feature's is that of the better direction.",
    featureTable("raw feature", features),
    featureTable("detector's feature", detectorFeatures),
    table(
      ["detector", "layer", "AUC", "95 % interval", "judged"],
      detectors.map((one) => [one.id, one.layer, ...areaCells(one), count(one.judged)]),
    ),
    table(
      ["fusion", "AUC", "95 % interval", "judged"],
      (["all", "seen", "heldOut"] as const).map((which) => [
        FUSION_TITLES[which],
        ...areaCells(fusion[which]),
        count(fusion[which].judged),
      ]),
    ),
    leaveOneOutTable(fusion.leaveOneOut),
    zoneTable(report.zones),
    report.limits.map((limit) => limitLine(limit, report)).join("\n"),
    ...(report.passed === null
      ? ["INCONCLUSIVE: no limit is exceeded, but not every limit had something to judge."]
      : []),
  ].join("\n\n")
}

const FUSION_TITLES = {
  all: "all AI-managed accounts",
  seen: "those of archetypes seen in learning",
  heldOut: "those of archetypes held out",
}

const areaCells = ({ auc, interval: range }: Separation): [string, string] => [
  decimal(auc),
  range === null ? "–" : interval(range, decimal),
]

function featureTable(heading: string, features: readonly FeatureLeakage[]): string {
  return table(
    [heading, "of", "AUC", "95 % interval", "AI-managed have", "judged"],
    features.map((feature) => [
      feature.title,
      feature.of,
      ...areaCells(feature),
      feature.direction === null ? "too few" : feature.direction === "high" ? "more" : "less",
      count(feature.judged),
    ]),
  )
}

function leaveOneOutTable(rows: readonly LeaveOneOut[]): string {
  return table(
    ["left out of learning", "AUC", "95 % interval", "when learned from"],
    rows.map((one) => [
      one.archetype,
      ...areaCells(one),
      one.whenSeen === null ? "held out" : decimal(one.whenSeen),
    ]),
  )
}

function zoneTable(zones: readonly Zone[]): string {
  return table(
    ["where an honest pipeline lands", "published", "here", "95 % interval", ""],
    zones.map(({ title, published, value, interval: range, met, name }) => [
      name === null ? title : `${title}: ${name}`,
      `${decimal(published[0], 2)} to ${decimal(published[1], 2)}`,
      decimal(value),
      range === null ? "–" : interval(range, decimal),
      met === null ? "does not apply" : met ? "met" : "not met",
    ]),
  )
}

function limitLine({ id, title, limit, greatest, exceeding }: LeakageLimit, report: LeakageReport): string {
  if (greatest === null) return `${title} is at most ${limit}: NOT JUDGED; ${whyNothing(id, report)}`
  const at = `the greatest is ${greatest.name}, ${decimal(greatest.auc)}`
  if (exceeding.length === 0) return `${title} is at most ${limit}: kept; ${at}`
  const names = exceeding.map(({ name, auc }) => `${name} (${decimal(auc)})`).join("; ")
  return `${title} is at most ${limit}: EXCEEDED by ${names}`
}

/** Why a limit had nothing to judge. */
function whyNothing(id: string, { managed, fusion }: LeakageReport): string {
  if (managed === 0) return "the scenario has no AI-managed account"
  if (id === "unseen" && fusion.leaveOneOut.every(({ whenSeen }) => whenSeen !== null))
    return "the scenario holds no archetype out"
  return "too few accounts of one class (20 are needed)"
}
