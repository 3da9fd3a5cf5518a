import { describe, expect, it } from "vitest"
import { assembleRun } from "../../src/core/assemble.ts"
import { digestOf } from "../../src/core/digest.ts"
import { CancelledError, ScenarioError } from "../../src/core/errors.ts"
import { runMainLine } from "../../src/core/pipeline.ts"
import { playRounds, type RoundsReport } from "../../src/core/rounds/index.ts"
import { scenarioSchema } from "../../src/core/scenario/schema.ts"
import { inProcess } from "../../src/core/tasks.ts"
import { smallScenario } from "./scenario.ts"

const play = (settings: Parameters<typeof smallScenario>[0]): Promise<RoundsReport> =>
  playRounds(smallScenario(settings), inProcess, () => {})

const bits = ({ bySeed }: RoundsReport) =>
  bySeed.flatMap(({ rounds }) =>
    rounds.map(({ populationDigest, riskDigest }) => [populationDigest, riskDigest]),
  )

async function plainBits() {
  const outcome = await runMainLine(smallScenario(), inProcess, () => {})
  const { manifest, columns } = assembleRun(outcome, {
    assayVersion: "test",
    createdAt: "2026-01-01T00:00:00Z",
    timings: { total: 0 },
  })
  return [manifest.populationDigest, digestOf([columns.risk])]
}

describe("playRounds", () => {
  it.each([null, 1])(
    "repeats the plain run's bits when nobody moves (retrainEvery %s)",
    async (retrainEvery) => {
      const plain = await plainBits()
      const report = await play({ strategy: "steadfast", retrainEvery })
      expect(bits(report)).toEqual([plain, plain, plain])
      expect(report.rounds.map(({ retrained }) => retrained)).toEqual([
        true,
        retrainEvery === 1,
        retrainEvery === 1,
      ])
    },
  )

  it("begins with the plain run, whatever the strategy, and leaves it after that", async () => {
    const plain = await plainBits()
    const [first, second] = bits(await play({ strategy: "spread", rounds: 2 }))
    expect(first).toEqual(plain)
    expect(second![0]).not.toBe(plain[0])
    expect(second![1]).not.toBe(plain[1])
  })

  it("gives accounts that stay as they are other luck in the next round, unless the period is the same", async () => {
    // A threshold that nobody reaches, so that there is nothing to answer.
    const calm = (period: "same" | "next") =>
      playRounds(
        { ...smallScenario({ strategy: "churn", rounds: 2, period }), threshold: 1 },
        inProcess,
        () => {},
      )
    const [same, next] = [bits(await calm("same")), bits(await calm("next"))]
    expect(same[1]).toEqual(same[0])
    expect(next[0]).toEqual(same[0])
    expect(next[1]![0]).not.toBe(next[0]![0])
  })

  it("learns something else once operators have moved, and only then", async () => {
    const frozen = bits(await play({ strategy: "spread" }))
    const every2 = bits(await play({ strategy: "spread", retrainEvery: 2 }))
    expect(every2.slice(0, 2)).toEqual(frozen.slice(0, 2))
    // The same accounts, judged by another fusion.
    expect(every2[2]![0]).toBe(frozen[2]![0])
    expect(every2[2]![1]).not.toBe(frozen[2]![1])
  })

  it("replaces by churn exactly what was caught, as long as the money lasts", async () => {
    const { bySeed } = await play({ strategy: "churn", budget: 100 })
    const { rounds } = bySeed[0]!
    expect(rounds[0]!.caught).toBeGreaterThan(0)
    for (const [at, { replaced, present }] of rounds.entries()) {
      expect(replaced).toBe(at === 0 ? 0 : rounds[at - 1]!.caught)
      expect(present).toBe(rounds[0]!.present)
    }
  })

  it("plays each seed on a population of its own, the first the scenario's", async () => {
    const { bySeed } = await play({ strategy: "churn", seeds: 2, rounds: 1 })
    expect(bySeed.map(({ seed }) => seed)).toEqual(["small", "small/rounds-2"])
    expect(bySeed[0]!.rounds[0]!.populationDigest).not.toBe(bySeed[1]!.rounds[0]!.populationDigest)
  })

  it("tells progress that rises from 0 to 1", async () => {
    const fractions: number[] = []
    await playRounds(smallScenario({ rounds: 2, seeds: 2, retrainEvery: 1 }), inProcess, ({ fraction }) =>
      fractions.push(fraction),
    )
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
    expect(fractions.at(-1)).toBeCloseTo(1)
  })

  it("ends where it is told of progress and the listener throws", async () => {
    const stopping = playRounds(smallScenario(), inProcess, ({ round, stage }) => {
      if (round === 1 && stage === "evidence") throw new CancelledError()
    })
    await expect(stopping).rejects.toThrow(CancelledError)
  })

  it.each([
    [{ fusion: { model: "known.json" } }, /fusion\.model must be null where rounds are played/],
    [{ detectors: { plugins: [{ module: "./late.ts" }] } }, /detectors\.plugins must be empty/],
    [
      { prevalence: 0 },
      /prevalence must bring AI-managed accounts .*; got 0 of 20000 accounts, which is none/,
    ],
  ])("refuses %j", async (settings, message) => {
    const scenario = scenarioSchema.parse({ name: "refused", ...settings })
    const playing = playRounds(scenario, inProcess, () => {})
    await expect(playing).rejects.toThrow(ScenarioError)
    await expect(playing).rejects.toThrow(message)
  })
})
