/**
 * Change point: does an account, from one day on, do other things at other hours than before? So it is when an account
 * is taken over, sold, or switched to automation.
 *
 * Each split between days is tried (binary segmentation's first step; Killick, Fearnhead and Eckley 2012, JASA 107,
 * for the search of several). Its statistic is the likelihood ratio G of two mixes of kinds of activity against one, and
 * of two mixes of eight three-hour spans of the day against one. People's days are not alike either: G is divided by
 * the account's own dispersion from day to day within both parts, Pearson's X^2 over its degrees of freedom
 * (quasi-likelihood, McCullagh and Nelder 1989, ch. 4.5). The surprise is the chi-squared tail of the best split, less
 * the logarithm of the number of splits tried. How much somebody does is reported, not judged: people go on holiday.
 */
import { type Evidence, INTERACTION_KINDS } from "../../evidence/evidence.ts"
import type { Detector } from "../detector.ts"
import { oneIn, reason, rounded, strongest } from "../reason.ts"
import { chiSquaredSurprise, scoreOfSurprise } from "../tails.ts"

/** On either side of a split. */
const LEAST_ACTIONS = 10
const LEAST_DAYS = 3
/** A longer period is cut into this many spans of days. */
const MOST_SPANS = 120
const KINDS = 1 + INTERACTION_KINDS.length
const SPANS_OF_DAY = 8
const DAY = 86_400
/** Surprise at which the score is one half. */
const HALF_NATS = 6

const FEATURES = [
  { id: "actions", title: "Posts and interactions", unit: "count" },
  { id: "day", title: "Day of the strongest change, from 1", unit: "days" },
  { id: "before", title: "Actions before it", unit: "count" },
  { id: "rateRatio", title: "Actions a day from it on, over those before", unit: "" },
  { id: "kinds", title: "Change of the kinds of activity, over its dispersion", unit: "G" },
  { id: "hours", title: "Change of the hours, over their dispersion", unit: "G" },
  { id: "surprise", title: "Surprise at a change this strong", unit: "nats" },
] as const
type Row = Partial<Record<(typeof FEATURES)[number]["id"], number>>

export const changePoint: Detector = {
  id: "change-point",
  layer: "behaviour",
  title: "Change point",
  version: 1,
  reads: ["posts.time", "interactions.time", "interactions.kind"],
  features: FEATURES,

  observe(tile, columns) {
    const spans = Math.min(MOST_SPANS, Math.ceil(tile.periodSeconds / DAY))
    const table = new Table(spans, Math.ceil(tile.periodSeconds / DAY / spans) * DAY)
    for (let account = 0; account < tile.accountCount; account++) {
      table.fill(tile, account)
      const row = table.strongestChange()
      for (const { id } of FEATURES) columns[id][account] = row[id] ?? Number.NaN
    }
  },

  score: (row) => scoreOfSurprise(row[6], HALF_NATS),

  reasons(row, population) {
    const [actions, day, before, rateRatio, kinds, hours, surprise] = Array.from(row)
    if (Number.isNaN(surprise)) return []
    const what = kinds > 2 * hours ? "kinds" : hours > 2 * kinds ? "hours" : "both"
    const values = {
      day,
      before,
      after: actions - before,
      ratio: rounded(rateRatio),
      oneIn: oneIn(population.shareAtOrAbove("surprise", surprise)),
    }
    const numbers =
      "{before} actions before, {after} since, {ratio} times as many a day; 1 in {oneIn} accounts have a change this strong"
    const weight = scoreOfSurprise(Math.max(0, surprise - 2), HALF_NATS)
    return strongest([
      what === "kinds"
        ? reason("change-point.kinds", weight, `since day {day} it does other things: ${numbers}`, values)
        : null,
      what === "hours"
        ? reason("change-point.hours", weight, `since day {day} it acts at other hours: ${numbers}`, values)
        : null,
      what === "both"
        ? reason(
            "change-point.both",
            weight,
            `since day {day} it does other things at other hours: ${numbers}`,
            values,
          )
        : null,
    ])
  },
}

/** Counts of an account's actions by span of days, and by kind or by time of the day. */
class Table {
  readonly #spans: number
  readonly #spanSeconds: number
  readonly #kinds: Contrast
  readonly #hours: Contrast
  #actions = 0

  constructor(spans: number, spanSeconds: number) {
    this.#spans = spans
    this.#spanSeconds = spanSeconds
    this.#kinds = new Contrast(spans, KINDS)
    this.#hours = new Contrast(spans, SPANS_OF_DAY)
  }

  fill({ posts, interactions, periodStart }: Evidence, account: number): void {
    this.#kinds.clear()
    this.#hours.clear()
    this.#actions = 0
    const note = (time: number, kind: number) => {
      const span = Math.floor(time / this.#spanSeconds)
      this.#kinds.add(span, kind)
      this.#hours.add(span, Math.floor(((periodStart + time) % DAY) / (DAY / SPANS_OF_DAY)))
      this.#actions++
    }
    for (let at = posts!.offset[account]; at < posts!.offset[account + 1]; at++) note(posts!.time[at], 0)
    const { offset, time, kind } = interactions!
    for (let at = offset[account]; at < offset[account + 1]; at++) note(time[at], 1 + kind[at])
  }

  strongestChange(): Row {
    const actions = this.#actions
    let best = { split: 0, ratio: -1 }
    let tried = 0
    this.#kinds.begin()
    this.#hours.begin()
    for (let split = 1; split < this.#spans; split++) {
      this.#kinds.advance(split)
      this.#hours.advance(split)
      const before = this.#kinds.before
      if (split < LEAST_DAYS || this.#spans - split < LEAST_DAYS) continue
      if (before < LEAST_ACTIONS || actions - before < LEAST_ACTIONS) continue
      tried++
      const ratio = this.#kinds.ratio() + this.#hours.ratio()
      if (ratio > best.ratio) best = { split, ratio }
    }
    return tried > 0 ? this.#describe(best.split, tried) : { actions }
  }

  #describe(split: number, tried: number): Row {
    const actions = this.#actions
    const kinds = this.#kinds.changeAt(split)
    const hours = this.#hours.changeAt(split)
    const before = this.#kinds.before
    const nats = chiSquaredSurprise(kinds.ratio + hours.ratio, Math.max(1, kinds.degrees + hours.degrees))
    return {
      actions,
      day: (split * this.#spanSeconds) / DAY + 1,
      before,
      rateRatio: (actions - before) / (this.#spans - split) / (before / split),
      kinds: kinds.ratio,
      hours: hours.ratio,
      surprise: Math.max(0, nats - Math.log(tried)),
    }
  }
}

/** One mix over all spans against one mix before a split and another after it. */
class Contrast {
  readonly #spans: number
  readonly #cells: number
  /** By span, then by cell. */
  readonly #count: Uint32Array
  readonly #all: Float64Array
  readonly #before: Float64Array
  #total = 0
  /** Actions before the split. */
  before = 0

  constructor(spans: number, cells: number) {
    this.#spans = spans
    this.#cells = cells
    this.#count = new Uint32Array(spans * cells)
    this.#all = new Float64Array(cells)
    this.#before = new Float64Array(cells)
  }

  clear(): void {
    this.#count.fill(0)
    this.#all.fill(0)
    this.#total = 0
  }

  add(span: number, cell: number): void {
    this.#count[span * this.#cells + cell]++
    this.#all[cell]++
    this.#total++
  }

  begin(): void {
    this.#before.fill(0)
    this.before = 0
  }

  /** Moves the split from before span `split` - 1 to behind it. */
  advance(split: number): void {
    for (let cell = 0; cell < this.#cells; cell++) {
      const count = this.#count[(split - 1) * this.#cells + cell]
      this.#before[cell] += count
      this.before += count
    }
  }

  /** G = 2 (ln L of two mixes - ln L of one). */
  ratio(): number {
    let sum = timesLog(this.#total) - timesLog(this.before) - timesLog(this.#total - this.before)
    for (let cell = 0; cell < this.#cells; cell++) {
      const before = this.#before[cell]
      const all = this.#all[cell]
      sum += timesLog(before) + timesLog(all - before) - timesLog(all)
    }
    return Math.max(0, 2 * sum)
  }

  /** G over the dispersion within both parts, and its degrees of freedom. */
  changeAt(split: number): { readonly ratio: number; readonly degrees: number } {
    this.begin()
    for (let span = 1; span <= split; span++) this.advance(span)
    const used = this.#all.filter((count) => count > 0).length
    return { ratio: this.ratio() / this.#dispersion(split), degrees: used - 1 }
  }

  /** Pearson's X^2 of the spans' mixes against their part's, over its degrees of freedom; at least 1. */
  #dispersion(split: number): number {
    let squares = 0
    let degrees = 0
    for (const [first, end] of [
      [0, split],
      [split, this.#spans],
    ]) {
      const total = first === 0 ? this.before : this.#total - this.before
      const mix = this.#all.map(
        (all, cell) => (first === 0 ? this.#before[cell] : all - this.#before[cell]) / total,
      )
      const used = mix.filter((share) => share > 0).length
      let active = 0
      for (let span = first; span < end; span++) {
        const own = this.#count.subarray(span * this.#cells, (span + 1) * this.#cells)
        const actions = own.reduce((sum, count) => sum + count, 0)
        if (actions === 0) continue
        active++
        for (let cell = 0; cell < this.#cells; cell++) {
          const expected = actions * mix[cell]
          if (expected > 0) squares += (own[cell] - expected) ** 2 / expected
        }
      }
      degrees += (active - 1) * (used - 1)
    }
    return degrees > 0 ? Math.max(1, squares / degrees) : 1
  }
}

const KNOWN = Float64Array.from({ length: 4096 }, (_, count) => (count > 0 ? count * Math.log(count) : 0))

/** n ln n. */
const timesLog = (count: number) => (count < KNOWN.length ? KNOWN[count] : count * Math.log(count))
