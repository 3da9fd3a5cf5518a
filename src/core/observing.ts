/** How the detectors of a run come by their evidence: range by range it is generated, looked at, and dropped. */
import type { Detector } from "./detection/detector.ts"
import type { DetectorId } from "./detection/ids.ts"
import { type ObservedColumns, observe } from "./detection/observe.ts"
import { detectorsNamed } from "./detection/registry.ts"
import { tileChecksum } from "./digest.ts"
import type { Evidence, EvidenceField } from "./evidence/evidence.ts"
import type { Words } from "./population/notes.ts"
import { CHECKED, generateTile, needsWords } from "./population/tile.ts"
import type { World } from "./population/world.ts"

export interface EvidenceTask {
  readonly kind: "evidence"
  readonly world: World
  readonly observed: ObservedColumns
  /** Whether all that the population's checksum is taken over is generated. */
  readonly isChecked: boolean
  readonly first: number
  /** One past the last account. */
  readonly end: number
  /** Of the tile's notes, where they are known. */
  readonly words?: Words | undefined
  /** Whether words that had to be written are wanted. */
  readonly wantsWords: boolean
}

export interface ObservedRange {
  /** Of a task that is checked. */
  readonly checksum: readonly [number, number] | null
  readonly written: Words | null
}

export function observeRange({
  world,
  first,
  end,
  observed,
  isChecked,
  words,
  wantsWords,
}: EvidenceTask): ObservedRange {
  const detectors = detectorsIn(observed)
  const tile = generateTile(world, first, end, fieldsFor(detectors, isChecked), words)
  observe(tile, detectors, observed)
  return {
    checksum: isChecked ? tileChecksum(tile) : null,
    written: wantsWords && !words ? wordsOf(tile) : null,
  }
}

/** What has to be generated of a tile. */
const fieldsFor = (detectors: readonly Detector[], isChecked: boolean): ReadonlySet<EvidenceField> =>
  new Set([...(isChecked ? CHECKED : []), ...detectors.flatMap(({ reads }) => reads)])

/** Whether an evidence task for these detectors has to know the words of notes. */
export const readsWords = (detectors: readonly Detector[], isChecked: boolean): boolean =>
  needsWords(fieldsFor(detectors, isChecked))

/** Copies: what travels between threads takes the whole memory along of which it is a part. */
function wordsOf({ posts }: Evidence): Words | null {
  const { tokenOffset, tokens } = posts ?? {}
  return tokenOffset && tokens ? { tokenOffset: tokenOffset.slice(), tokens: tokens.slice() } : null
}

/** Lets each detector that has columns write its slice of them. */
export const observeTile = (tile: Evidence, observed: ObservedColumns): void =>
  observe(tile, detectorsIn(observed), observed)

const detectorsIn = ({ features }: ObservedColumns) => detectorsNamed(Object.keys(features) as DetectorId[])
