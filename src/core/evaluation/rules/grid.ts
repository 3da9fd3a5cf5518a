/**
 * A grid of thresholds on two scores at once: how many accounts meet both, or either, at each of its points. One pass
 * over the accounts fills a two-dimensional histogram, cumulative sums make it answer; exact at the grid's thresholds.
 */
import type { Confusion } from "../confusion.ts"
import { keyOfThreshold, requireLength, type ScoreKeys } from "./keys.ts"

export const PAIR_HOWS = ["and", "or"] as const
export type PairHow = (typeof PAIR_HOWS)[number]

/** One score and the thresholds that are looked at. */
export interface GridAxis {
  readonly keys: ScoreKeys
  /** Ascending, each once, in [0, 1] (Infinity flags nobody); at most 255. */
  readonly thresholds: readonly number[]
}

export interface ThresholdGrid {
  readonly managed: number
  readonly authentic: number
  /** At the x-th and y-th threshold of the axes; an account without a score does not meet it. */
  confusionAt(x: number, y: number, how: PairHow): Confusion
  /** As if the first (0) or second (1) score were the only one. */
  aloneAt(axis: 0 | 1, place: number): Confusion
}

/** Where accounts lie on a grid, whatever their labels: made once for two scores, then labelled again and again. */
export interface GridCells {
  /** `label`: 1 for AI-managed, 0 for authentic. Throws a RangeError when lengths differ. */
  labelledBy(label: Uint8Array): ThresholdGrid
}

/** Throws a RangeError when lengths differ or an axis is out of order. */
export function gridCells(x: GridAxis, y: GridAxis): GridCells {
  const accounts = x.keys.length
  for (const axis of [x, y]) requireAxis(axis, accounts)
  const width = x.thresholds.length + 1
  const height = y.thresholds.length + 1
  const cellOf = new Uint16Array(accounts)
  placeAccounts(x.keys, levelsOf(x), y.keys, levelsOf(y), height, cellOf)
  return {
    labelledBy(label) {
      requireLength("label", label, accounts)
      const cells = new Uint32Array(2 * width * height)
      for (let account = 0; account < accounts; account++) cells[2 * cellOf[account] + label[account]]++
      return countedGrid(cells, width, height)
    },
  }
}

/** `label`: 1 for AI-managed, 0 for authentic. Throws a RangeError when lengths differ or an axis is out of order. */
export function thresholdGrid(x: GridAxis, y: GridAxis, label: Uint8Array): ThresholdGrid {
  for (const axis of [x, y]) requireAxis(axis, label.length)
  return gridCells(x, y).labelledBy(label)
}

/** `cells`: accounts of each class within each pair of levels. */
function countedGrid(cells: Uint32Array, width: number, height: number): ThresholdGrid {
  sumFromTheTop(cells, width, height)
  // Level 0 is met by all, also by what is missing.
  const flagged = (levelX: number, levelY: number, own: 0 | 1) => cells[2 * (levelX * height + levelY) + own]
  const [authentic, managed] = [flagged(0, 0, 0), flagged(0, 0, 1)]
  const confusionOf = (count: (own: 0 | 1) => number): Confusion => {
    const [falsePositives, truePositives] = [count(0), count(1)]
    return {
      truePositives,
      falsePositives,
      trueNegatives: authentic - falsePositives,
      falseNegatives: managed - truePositives,
    }
  }
  const both = (atX: number, atY: number, own: 0 | 1) => flagged(atX + 1, atY + 1, own)
  const alone = (axis: 0 | 1, place: number, own: 0 | 1) =>
    axis === 0 ? flagged(place + 1, 0, own) : flagged(0, place + 1, own)
  return {
    managed,
    authentic,
    confusionAt: (atX, atY, how) =>
      confusionOf((own) =>
        how === "and" ? both(atX, atY, own) : alone(0, atX, own) + alone(1, atY, own) - both(atX, atY, own),
      ),
    aloneAt: (axis, place) => confusionOf((own) => alone(axis, place, own)),
  }
}

const MOST_THRESHOLDS = 255

function requireAxis({ keys, thresholds }: GridAxis, accounts: number): void {
  requireLength("keys", keys, accounts)
  const isAscending = thresholds.every((threshold, at) => at === 0 || threshold > thresholds[at - 1])
  if (!isAscending || thresholds.length > MOST_THRESHOLDS || thresholds[0] < 0)
    throw new RangeError(`an axis must have at most ${MOST_THRESHOLDS} thresholds of 0 or more, ascending`)
}

/** Keys of one such cell are a 1/512 apart: few cells hold more than one threshold. */
const CELL_BITS = 14
const CELLS = (0x3f800000 >> CELL_BITS) + 2

/** How many thresholds a key meets: a first answer by its upper bits, then the thresholds from there on. */
interface Levels {
  /** By the key's upper bits plus 1, so that what is missing is at 0. */
  readonly first: Uint8Array
  /** Keys of the thresholds, and one that nothing meets. */
  readonly least: Int32Array
}

const MET_BY_NONE = 0x7fffffff

function levelsOf({ thresholds }: GridAxis): Levels {
  const least = Int32Array.from([...thresholds.map(keyOfThreshold), MET_BY_NONE])
  const first = new Uint8Array(CELLS)
  let level = 0
  for (let cell = 1; cell < CELLS; cell++) {
    const lowestKey = (cell - 1) << CELL_BITS
    while (least[level] <= lowestKey) level++
    first[cell] = level
  }
  return { first, least }
}

/** Fills `cellOf` with the number of each account's cell. */
function placeAccounts(
  keysX: ScoreKeys,
  { first: firstX, least: leastX }: Levels,
  keysY: ScoreKeys,
  { first: firstY, least: leastY }: Levels,
  height: number,
  cellOf: Uint16Array,
): void {
  for (let account = 0; account < cellOf.length; account++) {
    const keyX = keysX[account]
    const keyY = keysY[account]
    let levelX = firstX[(keyX >> CELL_BITS) + 1]
    let levelY = firstY[(keyY >> CELL_BITS) + 1]
    while (keyX >= leastX[levelX]) levelX++
    while (keyY >= leastY[levelY]) levelY++
    cellOf[account] = levelX * height + levelY
  }
}

/** From counts within levels to counts at or above them. */
function sumFromTheTop(cells: Uint32Array, width: number, height: number): void {
  for (let x = width - 1; x >= 0; x--)
    for (let y = height - 1; y >= 0; y--)
      for (let own = 0; own < 2; own++) {
        const at = 2 * (x * height + y) + own
        const right = x + 1 < width ? cells[at + 2 * height] : 0
        const above = y + 1 < height ? cells[at + 2] : 0
        const corner = x + 1 < width && y + 1 < height ? cells[at + 2 * height + 2] : 0
        cells[at] += right + above - corner
      }
}

/** Thresholds i / steps for i = 0 to steps - 1: for a heat map with an even axis. */
export const evenThresholds = (steps: number) => Array.from({ length: steps }, (_, step) => step / steps)
