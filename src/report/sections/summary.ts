/** What a report says first: the outcome in sentences, and the setting that it follows from. */

import { type CohortRow, isTooSmall, operatingPoint } from "../../core/evaluation/index.ts"
import { GRADES } from "../../core/policy/definition.ts"
import type { RunFigures } from "../figures.ts"
import { count, setShare, share, shares, threshold as thresholdText } from "../format.ts"
import { html, type Markup } from "../markup.ts"
import { archetypeName, detectorNames } from "../names.ts"
import type { Section } from "../page.ts"
import { facts, numbers, table, words as texts } from "../table.ts"
import type { Words } from "../words/index.ts"

export function shortSection(words: Words, figures: RunFigures): Section {
  const said = [...outcome(words, figures), ...extremes(words, figures), ...caveats(words, figures)]
  const body = html`<ul class="short">${said.map(
    (line) => html`<li>${line}</li>
`,
  )}</ul>
`
  return { id: "short", title: words.sectionShort, body }
}

function outcome(words: Words, { point, index }: RunFigures): string[] {
  const { observed, recall, falsePositiveRate, precision } = point
  if (index.managed === 0 || index.authentic === 0) return [words.shortOneClass]
  const flagged = observed.truePositives + observed.falsePositives
  return [
    words.shortCaught({
      threshold: thresholdText(point.threshold),
      caught: count(observed.truePositives),
      managed: count(index.managed),
      recall: share(recall.value),
      interval: shares(recall.interval),
    }),
    words.shortWrong({
      wrong: count(observed.falsePositives),
      authentic: count(index.authentic),
      rate: share(falsePositiveRate.value),
      interval: shares(falsePositiveRate.interval),
    }),
    ...(flagged === 0
      ? []
      : [
          words.shortPrecision({
            flagged: count(flagged),
            precision: share(precision.value),
            interval: shares(precision.interval),
            prevalence: share(point.prevalence),
          }),
        ]),
  ]
}

/** The archetypes that a threshold treats worst, of those large enough to tell. */
function extremes(words: Words, { manifest, cohorts }: RunFigures): string[] {
  const archetypes = cohorts.filter(({ kind }) => kind === "archetype")
  const hit = worst(archetypes, ({ authentic, falsePositiveRate }) =>
    isTooSmall(authentic) ? Number.NaN : falsePositiveRate,
  )
  const missed = worst(archetypes, ({ managed, recall }) => (isTooSmall(managed) ? Number.NaN : 1 - recall))
  return [
    ...(hit === null
      ? []
      : [
          words.shortWorst({
            cohort: archetypeName(words, manifest, hit.name),
            rate: share(hit.falsePositiveRate),
            interval: shares(hit.falsePositiveRateInterval),
          }),
        ]),
    ...(missed === null
      ? []
      : [
          words.shortMissed({
            archetype: archetypeName(words, manifest, missed.name),
            recall: share(missed.recall),
            interval: shares(missed.recallInterval),
          }),
        ]),
  ]
}

/** The row with the highest value above 0; null when fewer than two have a value, since it takes two to be worst. */
function worst(rows: readonly CohortRow[], measure: (row: CohortRow) => number): CohortRow | null {
  const judged = rows.filter((row) => !Number.isNaN(measure(row)))
  const [first] = judged.toSorted((a, b) => measure(b) - measure(a))
  return judged.length > 1 && first && measure(first) > 0 ? first : null
}

function caveats(words: Words, { manifest, setting, ownPrevalence, isOwnDefinition }: RunFigures): string[] {
  const { prevalence } = setting
  const failed = (manifest.failures ?? []).map(({ detector }) => detector)
  return [
    ...(prevalence === undefined
      ? []
      : [words.shortReweighted({ prevalence: share(prevalence), own: share(ownPrevalence) })]),
    ...(isOwnDefinition ? [] : [words.shortMoved]),
    ...(setting.off.length === 0 ? [] : [words.shortOff]),
    ...(failed.length === 0 ? [] : [words.shortFailed({ detectors: failed.join(words.listSeparator) })]),
  ]
}

export function settingSection(words: Words, figures: RunFigures): Section {
  const { setting, grades, ownPrevalence } = figures
  const { policy, definition, prevalence, threshold } = setting
  const body = html`${facts(words.sectionSetting, [
    ...(policy === null ? [] : [[words.policy, policy.name] as const]),
    [words.threshold, thresholdText(threshold)],
    ...(setting.off.length === 0
      ? []
      : [[words.off, detectorNames(words, figures.manifest, setting.off)] as const]),
    [
      words.definition,
      words.definitionText({
        automation: setShare(definition.automation),
        oversight: setShare(definition.oversight),
        days: count(definition.days),
      }),
    ],
    [words.grades, GRADES.map((grade) => `${words.grade[grade]} ${count(grades[grade])}`).join(" · ")],
    [
      words.prevalence,
      prevalence === undefined
        ? words.ownPrevalence({ prevalence: share(ownPrevalence) })
        : words.otherPrevalence({ prevalence: setShare(prevalence), own: share(ownPrevalence) }),
    ],
  ])}${setting.tiers.length > 1 ? tiersTable(words, figures) : null}`
  return { id: "setting", title: words.sectionSetting, body }
}

function tiersTable(words: Words, { setting, index }: RunFigures): Markup {
  const rows = setting.tiers.map(({ tier, threshold }) => {
    const point = operatingPoint(index, threshold, setting.prevalence)
    return [
      html`${words.tiers[tier]}${tier === setting.tier ? html`<span class="tag">*</span>` : null}`,
      thresholdText(threshold),
      count(point.confusion.truePositives + point.confusion.falsePositives),
      share(point.recall.value),
      shares(point.recall.interval),
      share(point.falsePositiveRate.value),
      shares(point.falsePositiveRate.interval),
      share(point.precision.value),
      shares(point.precision.interval),
    ]
  })
  const heading = [
    texts(words.tier),
    numbers(words.thresholdShort),
    numbers(words.flagged),
    numbers(words.recall),
    numbers(words.interval),
    numbers(words.falsePositiveRate),
    numbers(words.interval),
    numbers(words.precision),
    numbers(words.interval),
  ]
  return html`${table(words.tiersCaption, heading, rows)}${setting.tier === null ? null : html`<p class="note">* ${words.reportedTier}</p>`}
`
}
