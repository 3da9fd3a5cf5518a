/** The parts of a comparison's report: what it comes to, both sides, figures, who flips and why. */
import {
  type Cause,
  COMPARED_FIGURES,
  type ComparedFigure,
  type Comparison,
  type ComparisonReport,
  type FigureComparison,
  FLIPS,
  type Judgement,
  type SideReport,
} from "../../core/evaluation/index.ts"
import type { RunManifest } from "../../core/run.ts"
import { between, count, decimal, NOTHING, setShare, share, signed, threshold } from "../format.ts"
import { html, type Piece } from "../markup.ts"
import { archetypeName, cohortName, detectorNames } from "../names.ts"
import type { Section } from "../page.ts"
import { numbers, table, words as texts, withInterval } from "../table.ts"
import { nameOf, type Words } from "../words/index.ts"
import type { ComparedSides } from "./comparison-repeat.ts"

const NAMES = {
  recall: "recall",
  fpr: "falsePositiveRate",
  precision: "precision",
  auc: "auc",
  ap: "averagePrecision",
} as const satisfies Record<ComparedFigure, keyof Words>

const isShare = (figure: ComparedFigure) => figure !== "auc" && figure !== "ap"

const value = (figure: ComparedFigure, of: number) => (isShare(figure) ? share(of) : decimal(of, 4))

/** With a sign; shares in percentage points, without their unit. */
const difference = (figure: ComparedFigure, of: number) =>
  signed(of, (shown) => (isShare(figure) ? decimal(100 * shown, 2) : decimal(shown, 4)))

const unitOf = (words: Words, figure: ComparedFigure) => (isShare(figure) ? ` ${words.points}` : "")

export function comparedSection(words: Words, { kind, report }: Comparison, sides: ComparedSides): Section {
  const said = [
    words.overall[overallOf(report.figures)],
    ...offSentences(words, "A", sides.a),
    ...offSentences(words, "B", sides.b),
    ...failedSentences(words, "A", sides.a),
    ...failedSentences(words, "B", sides.b),
    ...report.figures.map(({ figure, a, b, difference: by, interval, verdict }) =>
      words.figureSays({
        figure: words[NAMES[figure]],
        a: value(figure, a),
        b: value(figure, b),
        difference: `${difference(figure, by)}${unitOf(words, figure)}`,
        interval: between(interval, (end) => difference(figure, end)),
        verdict: words.verdicts[verdict],
      }),
    ),
    ...(kind === "unpaired" ? [words.unpairedSays] : flipSentences(words, report)),
  ]
  const body = html`<ul class="short">${said.map(
    (line) => html`<li>${line}</li>
`,
  )}</ul>
`
  return { id: "short", title: words.sectionShort, body }
}

/** Which detectors a side is judged without, if any. */
function offSentences(words: Words, side: "A" | "B", { run: { manifest }, off = [] }: Judgement): string[] {
  return off.length === 0 ? [] : [words.offSays({ side, detectors: detectorNames(words, manifest, off) })]
}

/** Which plug-ins a side's run went on without, if any. */
function failedSentences(words: Words, side: "A" | "B", { run: { manifest } }: Judgement): string[] {
  const failed = (manifest.failures ?? []).map(({ detector }) => detector)
  return failed.length === 0 ? [] : [words.failedSays({ side, detectors: failed.join(words.listSeparator) })]
}

function flipSentences(words: Words, { flips, relabelled }: ComparisonReport): string[] {
  const { toManaged, toAuthentic } = relabelled
  return [
    words.flipsSay({
      hit: count(flips.newlyHit),
      missed: count(flips.newlyMissed),
      cleared: count(flips.newlyCleared),
      caught: count(flips.newlyCaught),
    }),
    ...(toManaged + toAuthentic === 0
      ? []
      : [words.relabelledSays({ toManaged: count(toManaged), toAuthentic: count(toAuthentic) })]),
  ]
}

/** Of the figures that a threshold moves and those that it does not, all alike. */
export function overallOf(figures: readonly FigureComparison[]): keyof Words["overall"] {
  const verdicts = new Set(figures.map(({ verdict }) => verdict))
  if (verdicts.has("better")) return verdicts.has("worse") ? "trade" : "better"
  if (verdicts.has("worse")) return "worse"
  return verdicts.has("inconclusive") ? "open" : "none"
}

export function sidesSection(words: Words, { report }: Comparison): Section {
  const row = (name: string, { run, score, threshold: at, definition, ...side }: SideReport): Piece[] => [
    name,
    run,
    score === "risk" ? words.risk : score,
    Number.isFinite(at) ? threshold(at) : words.noThreshold,
    count(side.managed),
    count(side.authentic),
    ...(report.a.missing + report.b.missing > 0 ? [count(side.missing)] : []),
    words.definitionText({
      automation: setShare(definition.automation),
      oversight: setShare(definition.oversight),
      days: count(definition.days),
    }),
  ]
  const heading = [
    texts(words.side),
    texts(words.run),
    texts(words.score),
    numbers(words.thresholdShort),
    numbers(words.managed),
    numbers(words.authentic),
    ...(report.a.missing + report.b.missing > 0 ? [numbers(words.missingScore)] : []),
    texts(words.definition),
  ]
  const body = html`${table(words.sectionSides, heading, [row("A", report.a), row("B", report.b)])}${
    report.maxFpr === null ? null : html`<p>${words.chosenFor({ rate: setShare(report.maxFpr) })}</p>`
  }`
  return { id: "sides", title: words.sectionSides, body }
}

export function differencesSection(words: Words, { report }: Comparison): Section {
  const rows = COMPARED_FIGURES.flatMap((name) => {
    const found = report.figures.find(({ figure }) => figure === name)
    return found ? [figureRow(words, found)] : []
  })
  const body = html`${table(
    words.differencesCaption,
    [
      texts(words.figure),
      numbers("A"),
      numbers("B"),
      numbers(words.difference),
      numbers(words.mattersFrom),
      texts(words.verdict),
    ],
    rows,
  )}<p class="note">${words.verdictNote}</p>
`
  return { id: "differences", title: words.sectionDifferences, body }
}

function figureRow(words: Words, found: FigureComparison): Piece[] {
  const { figure, a, b, difference: by, interval, matters, verdict, accountsToSettle } = found
  const unit = unitOf(words, figure)
  const least = isShare(figure) ? String(Number((100 * matters).toPrecision(6))) : String(matters)
  const settles = Number.isFinite(accountsToSettle)
    ? words.settle({ accounts: count(Number(accountsToSettle.toPrecision(2))) })
    : ""
  return [
    words[NAMES[figure]],
    value(figure, a),
    value(figure, b),
    withInterval(
      Number.isFinite(by) ? `${difference(figure, by)}${unit}` : NOTHING,
      between(interval, (end) => difference(figure, end)),
    ),
    `${least}${unit}`,
    withInterval(words.verdicts[verdict], settles),
  ]
}

export function flipsSection(words: Words, manifest: RunManifest, report: ComparisonReport): Section {
  const { archetypes, flips, causes } = report
  const heading = [texts(words.cohortKind.archetype), ...FLIPS.map((flip) => numbers(words.flip[flip]))]
  const rows = [
    [words.all, ...FLIPS.map((flip) => count(flips[flip]))],
    ...archetypes.map((row) => [
      archetypeName(words, manifest, row.archetype),
      ...FLIPS.map((flip) => count(row[flip])),
    ]),
  ]
  const body =
    archetypes.length === 0
      ? html`<p>${words.nobodyFlips}</p>`
      : html`${table(words.flipsCaption, heading, rows)}<p class="note">${words.flipNote}</p>
${
  causes.length === 0
    ? null
    : table(
        words.causesCaption,
        [texts(words.flipHead), texts(words.causes)],
        causes.map(({ flip, causes: own }) => [words.flip[flip], causesText(words, manifest, own)]),
      )
}`
  return { id: "flips", title: words.sectionFlips, body }
}

const MOST_CAUSES = 4

function causesText(words: Words, { detectors }: RunManifest, causes: readonly Cause[]): string {
  const name = (cause: string) => {
    if (cause === "intercept") return words.causeIntercept
    if (cause === "threshold") return words.causeThreshold
    return nameOf(words, `detector.${cause}`, detectors.find(({ id }) => id === cause)?.title ?? cause)
  }
  return causes
    .slice(0, MOST_CAUSES)
    .map(({ cause, change }) => `${name(cause)} ${signed(change, (shown) => decimal(shown, 2))}`)
    .join("; ")
}

export function withinSection(words: Words, manifest: RunManifest, report: ComparisonReport): Section {
  const { cohorts, cohortKind } = report
  const moved = cohorts.filter(({ gained, lost }) => gained + lost > 0)
  const kind = words.cohortKind[cohortKind]
  const heading = [
    texts(kind),
    texts(words.classHead),
    numbers(words.accounts),
    numbers(words.onlyB),
    numbers(words.onlyA),
    numbers(`${words.difference} (${words.points})`),
    numbers(words.holm),
    texts(words.verdict),
  ]
  const rows = moved.map((test) => [
    cohortName(words, manifest, cohortKind, test.cohort),
    words.className[test.class],
    count(test.accounts),
    count(test.gained),
    count(test.lost),
    withInterval(
      difference("recall", test.difference),
      between(test.interval, (end) => difference("recall", end)),
    ),
    test.holm < 0.0001 ? "< 0.0001" : decimal(test.holm, 4),
    words.verdicts[test.verdict],
  ])
  const note = words.withinNote({
    tests: count(cohorts.length),
    still: count(cohorts.length - moved.length),
  })
  const body = html`${moved.length === 0 ? null : table(words.withinCaption({ kind }), heading, rows)}<p class="note">${note}</p>
`
  return { id: "within", title: words.sectionWithin, body }
}

/** Of each kind; a page is no place for hundreds. */
const MOST_LISTED = 10

/** Nothing when no account is listed. */
export function listedSection(words: Words, manifest: RunManifest, { listed }: ComparisonReport): Section[] {
  const shown = FLIPS.flatMap((flip) => listed.filter((one) => one.flip === flip).slice(0, MOST_LISTED))
  if (shown.length === 0) return []
  const body = table(
    words.listedCaption,
    [
      texts(words.account),
      texts(words.flipHead),
      texts(words.cohortKind.archetype),
      numbers(words.scoreA),
      numbers(words.scoreB),
      texts(words.causes),
    ],
    shown.map(({ account, flip, archetype, scoreA, scoreB, causes }) => [
      String(account),
      words.flip[flip],
      archetypeName(words, manifest, archetype),
      decimal(scoreA, 4),
      decimal(scoreB, 4),
      causesText(words, manifest, causes),
    ]),
  )
  return [{ id: "listed", title: words.sectionListed, body }]
}
