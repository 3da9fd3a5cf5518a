/** The charts of a run: what a threshold does to both classes. Colours and dashes are the page's. */
import {
  type OperatingPoint,
  precisionRecallCurve,
  type ReliabilityBin,
  type ScoreIndex,
  scoreDistribution,
  sweepCurve,
  thin,
} from "../../core/evaluation/index.ts"
import { count, share, threshold as thresholdText } from "../format.ts"
import { html, type Markup } from "../markup.ts"
import type { Words } from "../words/index.ts"
import {
  area,
  cross,
  curve,
  dot,
  line,
  linear,
  logarithmic,
  type Plot,
  type Point,
  plot,
  text,
} from "./plot.ts"

const POINTS = 300
const LOWEST_RATE = 1e-4

/** A threshold to be marked, with its name. */
export interface Mark {
  readonly name: string
  readonly threshold: number
}

const percent = (tick: number) => `${Number((100 * tick).toPrecision(3))}%`
const plain = (tick: number) => String(Number(tick.toPrecision(3)))

export function sweepChart(
  words: Words,
  index: ScoreIndex,
  marks: readonly Mark[],
  prevalence: number | undefined,
): Markup {
  const found = sweepCurve(index, 201, prevalence)
  const figures = ["precision", "recall", "falsePositiveRate", "f1"] as const
  return plot(
    {
      told: words.sweepTold,
      x: linear(0, 1, { title: words.threshold, name: plain }),
      y: linear(0, 1, { title: words.shareOrF1, name: percent }),
    },
    (at) => [
      ...figures.map((figure) => curve(at, pairs(found.threshold, found[figure]), figure)),
      ...thresholdMarks(at, marks),
    ],
  )
}

/** Names are set in turn on two heights, so that neighbours do not hide each other. */
function thresholdMarks(at: Plot, marks: readonly Mark[]): Markup[] {
  return marks.map(({ name, threshold }, i) => {
    const x = at.x(threshold)
    const anchor = threshold > 0.85 ? "end" : threshold < 0.1 ? "start" : "middle"
    return html`<g class="threshold">${line([x, at.top - 2], [x, at.bottom])}${text(
      x,
      at.top - (marks.length > 1 && i % 2 === 0 ? 13 : 5),
      anchor,
      marks.length > 1 ? name : thresholdText(threshold),
    )}</g>`
  })
}

export function rocChart(words: Words, index: ScoreIndex, point: OperatingPoint): Markup {
  const told = words.rocTold({
    rate: share(point.falsePositiveRate.value),
    recall: share(point.recall.value),
  })
  return rocPlot(words, told, (at) => [curve(at, rocPoints(index), "recall"), ...rocCross(at, point)])
}

/** Both sides of a comparison, each with its letter at its operating point; null where it flags nobody. */
export function twoRocChart(
  words: Words,
  sides: readonly {
    readonly letter: "A" | "B"
    readonly index: ScoreIndex
    readonly point: OperatingPoint | null
  }[],
): Markup {
  const told = sides.flatMap(({ letter, point }) =>
    point === null
      ? []
      : [`${letter}: ${share(point.falsePositiveRate.value)}, ${share(point.recall.value)}`],
  )
  return rocPlot(words, words.twoRocTold({ points: told.join("; ") }), (at) => [
    ...sides.map(({ letter, index }) => curve(at, rocPoints(index), `side${letter}`)),
    ...sides.flatMap(({ letter, point }) => (point === null ? [] : lettered(at, letter, point))),
  ])
}

/** A's letter stands above its point and B's below, so that they do not hide each other. */
function lettered(at: Plot, letter: "A" | "B", point: OperatingPoint): Markup[] {
  const { falsePositiveRate, recall } = point
  if (Number.isNaN(falsePositiveRate.value) || Number.isNaN(recall.value)) return []
  const [x, y] = [at.x(falsePositiveRate.value), at.y(recall.value)]
  const name = letter === "A" ? text(x - 8, y - 7, "end", letter) : text(x + 8, y + 15, "start", letter)
  return [...rocCross(at, point), html`<g class="letter">${name}</g>`]
}

function rocPlot(words: Words, told: string, draw: (at: Plot) => readonly Markup[]): Markup {
  const chance = Array.from({ length: 41 }, (_, i): Point => {
    const value = LOWEST_RATE ** (1 - i / 40)
    return [value, value]
  })
  return plot(
    {
      told,
      x: logarithmic(LOWEST_RATE, 1, { title: words.falsePositiveRateLog, name: percent }),
      y: linear(0, 1, { title: words.recall, name: percent }),
    },
    (at) => [curve(at, chance, "chance"), ...draw(at)],
  )
}

function rocPoints(index: ScoreIndex): Point[] {
  const { score, flaggedManaged, flaggedAuthentic } = index.thresholds
  const rate = Float64Array.from(flaggedAuthentic, (flagged) => flagged / index.authentic)
  const caught = Float64Array.from(flaggedManaged, (flagged) => flagged / index.managed)
  const position = rate.map((value) => Math.log10(Math.max(value, LOWEST_RATE)))
  const drawn = thin({ rate, caught, position }, "position", "caught", Math.min(POINTS, score.length))
  return pairs(drawn.rate, drawn.caught)
}

const rocCross = (at: Plot, { falsePositiveRate, recall }: OperatingPoint) =>
  marked(cross(at, [falsePositiveRate.value, recall.value], falsePositiveRate.interval, recall.interval))

export function precisionRecallChart(
  words: Words,
  index: ScoreIndex,
  point: OperatingPoint,
  prevalence: number | undefined,
): Markup {
  const found = precisionRecallCurve(index, prevalence)
  const drawn = thin(found, "recall", "precision", Math.min(POINTS, found.recall.length))
  return plot(
    {
      told: words.precisionRecallTold({
        precision: share(point.precision.value),
        recall: share(point.recall.value),
      }),
      x: linear(0, 1, { title: words.recall, name: percent }),
      y: linear(0, 1, { title: words.precision, name: percent }),
    },
    (at) => [
      curve(
        at,
        [
          [0, point.prevalence],
          [1, point.prevalence],
        ],
        "chance",
      ),
      curve(at, pairs(drawn.recall, drawn.precision), "precision"),
      ...marked(
        cross(
          at,
          [point.recall.value, point.precision.value],
          point.recall.interval,
          point.precision.interval,
        ),
      ),
    ],
  )
}

/** Below one account, where the logarithmic axis keeps its empty bins. */
const EMPTY = 0.5

export function distributionChart(words: Words, index: ScoreIndex, marks: readonly Mark[]): Markup {
  const { edge, managed, authentic } = scoreDistribution(index, 50)
  const most = Math.max(10, ...managed, ...authentic)
  const axis = logarithmic(1, 10 ** Math.ceil(Math.log10(most)), { title: words.accountsLog, name: count })
  const lowest = { ...axis, place: (value: number) => (value < 1 ? 0 : 0.04 + 0.96 * axis.place(value)) }
  return plot(
    {
      told: words.distributionTold,
      x: linear(0, 1, { title: words.risk, name: plain }),
      y: lowest,
    },
    (at) => [
      ...steps(at, edge, authentic, "authentic"),
      ...steps(at, edge, managed, "managed"),
      ...thresholdMarks(at, marks),
    ],
  )
}

function steps(at: Plot, edge: ArrayLike<number>, accounts: ArrayLike<number>, kind: string): Markup[] {
  const points = Array.from(accounts, (value, bin): Point[] => {
    const height = Math.max(value, EMPTY)
    return [
      [edge[bin]!, height],
      [edge[bin + 1]!, height],
    ]
  }).flat()
  return [area(at, points, kind), curve(at, points, kind)]
}

export function reliabilityChart(words: Words, bins: readonly ReliabilityBin[]): Markup {
  const drawn = bins.flatMap(({ meanRisk, share }) => [meanRisk, share]).filter((value) => value > 0)
  const lowest = 10 ** Math.floor(Math.log10(Math.min(0.1, ...drawn)))
  const axis = (title: string) => logarithmic(lowest, 1, { title, name: percent })
  return plot(
    {
      told: words.reliabilityTold(
        bins.map((bin) => `${share(bin.meanRisk)}: ${share(bin.share)}`).join("; "),
      ),
      x: axis(words.meanRisk),
      y: axis(words.actualShare),
    },
    (at) => [
      curve(
        at,
        [
          [lowest, lowest],
          [1, 1],
        ],
        "chance",
      ),
      html`<g class="bins">${bins.map(({ meanRisk, share, shareInterval }) => {
        const x = at.x(meanRisk)
        return [line([x, at.y(shareInterval[0])], [x, at.y(shareInterval[1])]), dot(x, at.y(share), 3.5)]
      })}</g>`,
    ],
  )
}

/** A rate as a dot with its interval as a whisker, on an axis that all rows of a table share; `limit` as a line. */
export function rateBar(
  { value, interval }: { readonly value: number; readonly interval: readonly [number, number] },
  end: number,
  limit?: number,
): Markup {
  const [width, height] = [150, 14]
  const place = (rate: number) => 5 + (width - 10) * Math.min(1, rate / end)
  const marks = [line([place(interval[0]), 7], [place(interval[1]), 7]), dot(place(value), 7, 3.5)]
  const cap = limit === undefined ? null : line([place(limit), 0], [place(limit), height], "cap")
  return html`<svg aria-hidden="true" class="bar" viewBox="0 0 ${width} ${height}">${line([5, 7], [width - 5, 7], "base")}${cap}${marks}</svg>`
}

export const pairs = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  Array.from(x, (value, i): Point => [value, y[i]!])

const marked = (mark: Markup | null) => (mark === null ? [] : [mark])
