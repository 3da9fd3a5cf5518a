/**
 * Rounds: operators and platform answer each other. In a round the population lives through the same period once more,
 * with its operators' present efforts and accounts, and luck of its own; the platform learns its fusion again, or keeps it, and flags at the
 * scenario's threshold; operators see what was caught and answer. What everybody is like stays: nothing else
 * than luck and what operators did tells one round from another, and strategies meet the same luck.
 */

import { digestPopulation } from "../assemble.ts"
import { fuse, pullOf } from "../detection/fusion/fusion.ts"
import { detectorsNamed } from "../detection/registry.ts"
import { digestOf } from "../digest.ts"
import { ScenarioError } from "../errors.ts"
import { type Learned, learn } from "../pipeline.ts"
import { labelAccounts } from "../policy/definition.ts"
import { type Efforts, eachEffort } from "../population/efforts.ts"
import { archetypesOf } from "../population/world.ts"
import { simulationFraction } from "../progress.ts"
import type { Scenario } from "../scenario/schema.ts"
import { type OnStage, type Simulated, simulate } from "../simulate.ts"
import type { Executor } from "../tasks.ts"
import { answer } from "./answer.ts"
import { figuresOf } from "./figures.ts"
import { adaptationOf, type Fleets, firstFleets, siblingAdaptationOf } from "./fleet.ts"
import type { PlayedRound, RoundsReport } from "./report.ts"
import { STRATEGIES } from "./strategies/index.ts"
import { reportOf } from "./summarize.ts"

export interface RoundsProgress {
  /** From 0. */
  readonly seed: number
  readonly round: number
  /** Of the simulation that is under way; "learning" for the sibling's. */
  readonly stage: string
  /** Of all rounds on all seeds, in [0, 1]. */
  readonly fraction: number
}

/**
 * What `onProgress` throws ends it. A ScenarioError of a scenario whose fusion is not learned, that has plug-ins, or in which
 * nobody runs AI-managed accounts.
 */
export async function playRounds(
  scenario: Scenario,
  executor: Executor,
  onProgress: (progress: RoundsProgress) => void,
): Promise<RoundsReport> {
  requirePlayable(scenario)
  const tell = progressOver(scenario, onProgress)
  const played: { seed: string; rounds: PlayedRound[] }[] = []
  for (const [at, seed] of seedsOf(scenario).entries())
    played.push({ seed, rounds: await playSeed({ ...scenario, seed }, executor, tell(at)) })
  return reportOf(scenario, managedOf(scenario), played)
}

async function playSeed(
  scenario: Scenario,
  executor: Executor,
  tell: (round: number) => OnStage,
): Promise<PlayedRound[]> {
  const played: PlayedRound[] = []
  let fleets = firstFleets(scenario)
  if (fleets.operators.length === 0) throw new ScenarioError([nobodyAnswers(scenario)])
  let learned: Learned | null = null
  for (let round = 0; round < scenario.rounds.rounds; round++) {
    const retrained = isRetrained(round, scenario)
    const period = periodOf(round, scenario)
    if (retrained)
      learned = await learn(scenario, executor, tell(round), {
        adaptation: siblingAdaptationOf(fleets, scenario, period),
      })
    const adaptation = adaptationOf(fleets, scenario, period)
    const population = await simulate(scenario, executor, tell(round), { adaptation })
    const risk = fuse(learned!.fusion, population.detection.scores)
    const flagged = Uint8Array.from(risk, (one) => (one >= scenario.threshold ? 1 : 0))
    played.push(figuresOf({ round, retrained, risk, flagged, ...judged(population, risk) }, fleets))
    fleets = answer(fleets, { round, flagged, pullOn: pullIn(learned!, population, fleets) }, scenario)
  }
  return played
}

function judged({ world, checksums }: Simulated, risk: Float32Array) {
  return {
    world,
    label: labelAccounts(world.columns, world.scenario.definition),
    populationDigest: digestPopulation({ world, checksums }),
    riskDigest: digestOf([risk]),
  }
}

/** What the layers' detectors add to accounts that are there, against their having had no evidence. */
function pullIn({ fusion }: Learned, { detection, world }: Simulated, { absent }: Fleets) {
  const detectors = detectorsNamed(world.scenario.detectors.use)
  return (accounts: Uint32Array): Efforts => {
    const there = accounts.filter((account) => absent[account] === 0)
    return eachEffort((layer) => {
      let sum = 0
      for (const { id } of detectors.filter((detector) => detector.layer === layer))
        for (const account of there) sum += pullOf(fusion, id, detection.scores[id]![account]!)
      return there.length === 0 ? 0 : sum / there.length
    })
  }
}

/** The scenario's own, then others named after it. */
export const seedsOf = ({ seed, rounds }: Scenario): string[] =>
  Array.from({ length: rounds.seeds }, (_, at) => (at === 0 ? seed : `${seed}/rounds-${at + 1}`))

/** Who does nothing is the plain run, luck and all. */
const periodOf = (round: number, { rounds: { period, strategy } }: Scenario): number =>
  period === "same" || !STRATEGIES[strategy].replaces ? 0 : round

export const isRetrained = (round: number, { rounds: { retrainEvery } }: Scenario): boolean =>
  retrainEvery === null ? round === 0 : round % retrainEvery === 0

const managedOf = (scenario: Scenario): string[] =>
  archetypesOf(scenario).flatMap(({ id, side }) => (side === "managed" ? [id] : []))

function requirePlayable({ fusion, detectors }: Scenario): void {
  const problems = [
    ...(fusion.model === null
      ? []
      : [`fusion.model must be null where rounds are played, since they learn again, got ${fusion.model}`]),
    ...(detectors.plugins.length === 0
      ? []
      : [
          `detectors.plugins must be empty where rounds are played, which built-in detectors judge, got ${detectors.plugins.length}`,
        ]),
  ]
  if (problems.length > 0) throw new ScenarioError(problems)
}

const nobodyAnswers = ({ prevalence, accounts }: Scenario): string =>
  `prevalence must bring AI-managed accounts where rounds are played, whose operators answer what was caught; got ${prevalence} of ${accounts} accounts, which is none`

/** By accounts: a sibling's learning counts as a simulation of its size. */
function progressOver(scenario: Scenario, onProgress: (progress: RoundsProgress) => void) {
  const { seeds, rounds } = scenario.rounds
  const learning = scenario.fusion.learning.accounts
  const sizes = Array.from({ length: rounds }, (_, round) => ({
    learning: isRetrained(round, scenario) ? learning : 0,
    accounts: scenario.accounts,
  }))
  const before = sizes.map((_, round) =>
    sizes.slice(0, round).reduce((sum, size) => sum + size.learning + size.accounts, 0),
  )
  const each = before[rounds - 1]! + sizes[rounds - 1]!.learning + scenario.accounts
  return (seed: number) =>
    (round: number): OnStage =>
    (stage, fraction) => {
      const size = sizes[round]!
      const done =
        stage === "learning"
          ? size.learning * fraction
          : size.learning + size.accounts * simulationFraction(stage, fraction)
      onProgress({ seed, round, stage, fraction: (seed * each + before[round]! + done) / (seeds * each) })
    }
}
