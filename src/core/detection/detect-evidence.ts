/**
 * Detectors over evidence that somebody brings: those run whose evidence is there, the others say what they lack.
 * Plug-ins judge beside them, and one that fails is named and left out.
 */
import type { Evidence, EvidenceField, EvidenceSize } from "../evidence/evidence.ts"
import { observeTile } from "../observing.ts"
import { pluginsInOrder } from "../scenario/plugin-names.ts"
import type { Executor } from "../tasks.ts"
import { allocateObserved, type Detection, detect } from "./detect.ts"
import type { DetectionSettings, Detector } from "./detector.ts"
import type { Plugin } from "./plugin.ts"
import { judgeByPlugins, withPlugins } from "./plugins.ts"

/** What a detector says of itself, be it built in or a plug-in. */
type Described = Pick<Detector, "id" | "layer" | "reads">

export interface EvidenceDetection extends Detection {
  readonly ran: readonly Detector[]
  /** Plug-ins that judged, too, in the order of their ids. */
  readonly plugins: readonly Plugin[]
  readonly couldNotRun: readonly { readonly detector: Described; readonly lacks: readonly EvidenceField[] }[]
}

/** `evidence` is one tile that holds all accounts; `fields` says which evidence it has. */
export async function detectEvidence(
  detectors: readonly Detector[],
  evidence: Evidence,
  size: EvidenceSize,
  fields: readonly EvidenceField[],
  settings: DetectionSettings,
  executor: Executor,
  onDone: (fraction: number) => void,
  given: readonly Plugin[] = [],
): Promise<EvidenceDetection> {
  const lacksOf = (detector: Described) => detector.reads.filter((field) => !fields.includes(field))
  const ran = detectors.filter((detector) => lacksOf(detector).length === 0)
  const observed = allocateObserved(ran, size)
  observeTile(evidence, observed)
  const none = new Uint32Array(size.accounts + 1)
  const offsets = {
    postOffset: evidence.posts?.offset ?? none,
    interactionOffset: evidence.interactions?.offset ?? none,
  }
  const plugins = pluginsInOrder(given)
  const able = plugins.filter(({ description }) => lacksOf(description).length === 0)
  const share = able.length / Math.max(1, able.length + ran.length)
  const own = await detect(ran, observed, size, offsets, settings, executor, (done) =>
    onDone((1 - share) * done),
  )
  const judgements = await judgeByPlugins(able, { kind: "evidence", evidence, size }, settings, (done) =>
    onDone(1 - share + share * done),
  )
  const detection = withPlugins(own, judgements)
  const described: readonly Described[] = [...detectors, ...plugins.map(({ description }) => description)]
  const couldNotRun = described
    .map((detector) => ({ detector, lacks: lacksOf(detector) }))
    .filter(({ lacks }) => lacks.length > 0)
  const judged = able.filter(({ description }) => Object.hasOwn(detection.scores, description.id))
  return { ...detection, ran, plugins: judged, couldNotRun }
}
