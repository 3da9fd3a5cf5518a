/**
 * The leakage audit: what gives AI-managed accounts away. Areas under the ROC curve, each with a bootstrap interval,
 * of every raw feature of evidence, of every detector's features and score, and of the fusion on archetypes that it
 * has learned from and on others; then where an honest pipeline lands, and the limits above which nothing is learned.
 */
import { fuse } from "../detection/fusion/fusion.ts"
import { detectorsNamed } from "../detection/registry.ts"
import { createScoreIndex } from "../evaluation/index.ts"
import { type Learned, learn } from "../pipeline.ts"
import { AI_MANAGED, labelAccounts } from "../policy/definition.ts"
import { tilesOf } from "../population/populate.ts"
import { runFraction } from "../progress.ts"
import type { Scenario } from "../scenario/schema.ts"
import { type Simulated, simulate } from "../simulate.ts"
import type { Executor, Task } from "../tasks.ts"
import { allocateRawFeatures, RAW_FEATURES } from "./features.ts"
import { describeNetwork } from "./features-network.ts"
import { limitsOf, verdictOf, zonesOf } from "./landing.ts"
import type {
  DetectorLeakage,
  FeatureLeakage,
  FusionLeakage,
  LeakageReport,
  LeaveOneOut,
  Separation,
} from "./leakage-report.ts"
import type { TileLinks } from "./network-links.ts"
import { measurable } from "./population.ts"
import { folded, LEAST_OF_CLASS } from "./separation.ts"

export type OnLeakageStage = (stage: string, fraction: number) => void

/** Share of the work that lies in simulating; the rest is counting. */
const SIMULATING = 0.7
const COUNTING = 0.8

/** The same scenario and seed yield the same report, whoever executes the tasks. */
export async function leakageReport(
  given: Scenario,
  executor: Executor,
  onStage: OnLeakageStage,
): Promise<LeakageReport> {
  const scenario = measurable(given)
  const { accounts } = scenario.fusion.learning
  const simulating = (stage: string, fraction: number) =>
    onStage(stage, SIMULATING * runFraction(stage, fraction, accounts, scenario.accounts))
  const learned = await learn(scenario, executor, simulating)
  const evaluated = await simulate(scenario, executor, simulating)
  const label = labelAccounts(evaluated.world.columns, scenario.definition)
  const audit: Audit = { scenario, learned, evaluated, label, executor }
  const raw = await rawFeatures(audit, (done) =>
    onStage("counting", SIMULATING + (COUNTING - SIMULATING) * done),
  )
  const parts = { ...(await separations(audit, raw)), fusion: await auditFusion(audit) }
  onStage("comparing", 1)
  const limits = limitsOf(parts)
  return {
    scenario: scenario.name,
    accounts: scenario.accounts,
    managed: label.reduce((sum, value) => sum + value, 0),
    ...parts,
    zones: zonesOf(parts, createScoreIndex(riskOf(audit), label), scenario.seed),
    limits,
    passed: verdictOf(limits),
  }
}

/** What all parts of an audit look at. */
interface Audit {
  readonly scenario: Scenario
  readonly learned: Learned
  readonly evaluated: Simulated
  readonly label: Uint8Array
  readonly executor: Executor
}

const riskOf = ({ learned, evaluated }: Audit) => fuse(learned.fusion, evaluated.detection.scores)

/** A number an account, by a name that no other has. */
interface NamedValues {
  readonly name: string
  readonly value: Float32Array
}

async function rawFeatures({ evaluated, executor }: Audit, onDone: (fraction: number) => void) {
  const columns = allocateRawFeatures(evaluated.world.accounts)
  const tiles = tilesOf(evaluated.world.accounts)
  const links = await executor.run(
    tiles.map((range): Task => ({ kind: "raw-features", world: evaluated.world, columns, ...range })),
    (done) => onDone(done / tiles.length),
  )
  const network = describeNetwork(links as TileLinks[], evaluated.world.accounts)
  for (const [id, values] of Object.entries(network)) columns[id].set(values)
  return columns
}

/** Of every raw feature, every detector's features and every detector. */
async function separations(audit: Audit, raw: Readonly<Record<string, Float32Array>>) {
  const { features, scores } = audit.evaluated.detection
  const detectors = detectorsNamed(audit.scenario.detectors.use)
  const ofDetectors = detectors.flatMap(({ id: of, features }) =>
    features.map((feature) => ({ ...feature, of })),
  )
  const found = await separateAll(audit, [
    ...RAW_FEATURES.map(({ id }) => ({ name: `raw/${id}`, value: raw[id] })),
    ...ofDetectors.map(({ of, id }) => ({ name: `${of}/${id}`, value: features[of][id] })),
    ...detectors.map(({ id }) => ({ name: id, value: scores[id] })),
  ])
  const next = found.values()
  const take = () => next.next().value as Separation
  return {
    features: mostTelling(RAW_FEATURES.map((feature) => ({ ...feature, ...folded(take()) }))),
    detectorFeatures: mostTelling(ofDetectors.map((feature) => ({ ...feature, ...folded(take()) }))),
    detectors: detectors.map(({ id, layer, title }): DetectorLeakage => ({ id, layer, title, ...take() })),
  }
}

const mostTelling = (features: FeatureLeakage[]) => features.sort((a, b) => (b.auc ?? 0) - (a.auc ?? 0))

async function separateAll({ label, scenario, executor }: Audit, all: readonly NamedValues[]) {
  const tasks = all.map(({ name, value }): Task => {
    return { kind: "separation", value, label, seed: `${scenario.seed}/leakage/${name}` }
  })
  return (await executor.run(tasks, () => {})) as Separation[]
}

/** The fusion over all, over archetypes that it learned from, over those held out, and learned without each. */
async function auditFusion(audit: Audit): Promise<FusionLeakage> {
  const { learned, evaluated } = audit
  const risk = riskOf(audit)
  const known = new Set(learned.sibling.world.archetypes.map(({ id }) => id))
  const kinds = evaluated.world.archetypes
  const against = (name: string, score: Float32Array, isMeant: (archetype: string) => boolean) => ({
    name: `fusion/${name}`,
    value: withoutOthers(audit, score, isMeant),
  })
  const managed = kinds.filter(({ side }) => side === "managed").map(({ id }) => id)
  const relearned = await riskWithoutEach(audit, managed, risk)
  const [all, seen, heldOut, ...single] = await separateAll(audit, [
    { name: "fusion/all", value: risk },
    against("seen", risk, (archetype) => known.has(archetype)),
    against("held-out", risk, (archetype) => !known.has(archetype)),
    ...managed.map((one) => against(one, risk, (archetype) => archetype === one)),
    ...managed.map((one, k) => against(`without/${one}`, relearned[k], (archetype) => archetype === one)),
  ])
  const leaveOneOut = managed.map((archetype, k): LeaveOneOut => {
    const { auc, interval } = single[k]
    const seen = known.has(archetype)
      ? { whenSeen: auc, whenSeenInterval: interval }
      : { whenSeen: null, whenSeenInterval: null }
    return { archetype, ...single[managed.length + k], ...seen }
  })
  return { all, seen, heldOut, leaveOneOut }
}

/** Scores with those AI-managed accounts missing whose archetype is not meant. */
function withoutOthers({ evaluated, label }: Audit, score: Float32Array, isMeant: (id: string) => boolean) {
  const { columns, archetypes } = evaluated.world
  const meant = archetypes.map(({ id }) => isMeant(id))
  return score.map((value, account) =>
    label[account] !== AI_MANAGED || meant[columns.archetype[account]] ? value : Number.NaN,
  )
}

/**
 * For each archetype the risk by a fusion that has not learned from it: the present one where it never did, and
 * nothing where too little is left to learn from.
 */
async function riskWithoutEach(audit: Audit, archetypes: readonly string[], risk: Float32Array) {
  const { scenario, learned, evaluated, executor } = audit
  const { sibling, label, labelShare } = learned
  const learning = { seed: sibling.world.scenario.seed, scores: sibling.detection.scores, label }
  const kinds = sibling.world.archetypes.map(({ id }) => id)
  const without: Float32Array[] = []
  const tasks: Task[] = []
  const places: number[] = []
  for (const [place, archetype] of archetypes.entries()) {
    const kind = kinds.indexOf(archetype)
    const keep = Uint8Array.from(sibling.world.columns.archetype, (other) => (other === kind ? 0 : 1))
    const left = label.reduce((sum, value, account) => sum + (keep[account] === 1 ? value : 0), 0)
    without.push(left < LEAST_OF_CLASS ? new Float32Array(risk.length).fill(Number.NaN) : risk)
    if (kind < 0 || left < LEAST_OF_CLASS) continue
    const settings = scenario.fusion
    tasks.push({ kind: "relearn", learning, keep, settings, labelShare, scores: evaluated.detection.scores })
    places.push(place)
  }
  const relearned = (await executor.run(tasks, () => {})) as Float32Array[]
  for (const [k, place] of places.entries()) without[place] = relearned[k]
  return without
}
