import { describe, expect, it } from "vitest"
import type { RoundsQuestion } from "../../src/api/contract.ts"
import { createFormat } from "../../src/renderer/format.ts"
import { en } from "../../src/renderer/i18n/en.ts"
import { type MeasuredState, subjectOf } from "../../src/renderer/state/reports.ts"
import { namesOf } from "../../src/renderer/views/consequences/rounds/names.ts"
import {
  createRounds,
  farAlong,
  LOOKS,
  withMore,
} from "../../src/renderer/views/consequences/rounds/series.ts"
import { translating } from "./translating.ts"

const ask = (strategy: RoundsQuestion["strategy"], more: Partial<RoundsQuestion> = {}): RoundsQuestion => ({
  run: null,
  strategy,
  retrainEvery: null,
  rounds: 3,
  seeds: 2,
  budget: 2,
  ...more,
})

/** Reports that end when the test says so. */
function reports() {
  const states = new Map<string, MeasuredState<unknown>["state"]>()
  const listeners = new Set<() => void>()
  const begun: string[] = []
  const put = (subject: string, state: MeasuredState<unknown>["state"]) => {
    states.set(subject, state)
    for (const listener of [...listeners]) listener()
  }
  return {
    begun,
    end: (question: RoundsQuestion, state: "ready" | "failed" | "cancelled") =>
      put(subjectOf(question), state),
    of: (subject: string) => {
      const state = states.get(subject)
      return state === undefined ? undefined : ({ state } as MeasuredState<unknown>)
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin(subject: string) {
      begun.push((JSON.parse(subject) as RoundsQuestion).strategy)
      put(subject, "measuring")
    },
    async cancel(subject: string) {
      put(subject, "cancelled")
    },
  }
}

describe("createRounds", () => {
  const [bandit, churn, spread] = [ask("bandit"), ask("churn"), ask("spread")]

  it("plays one after another, and goes on after one that fails", () => {
    const kept = reports()
    const rounds = createRounds(kept)
    rounds.play([bandit, churn, spread])
    expect(kept.begun).toEqual(["bandit"])
    kept.end(bandit, "failed")
    expect(kept.begun).toEqual(["bandit", "churn"])
    kept.end(churn, "ready")
    kept.end(spread, "ready")
    expect(kept.begun).toEqual(["bandit", "churn", "spread"])
    expect(rounds.lineup.get().playing).toBeNull()
  })

  it("begins none of those behind one that is called off, until it is told to", () => {
    const kept = reports()
    const rounds = createRounds(kept)
    rounds.play([bandit, churn])
    kept.end(bandit, "ready")
    rounds.cancel()
    expect(rounds.lineup.get().playing).toBeNull()
    expect(rounds.lineup.get().series).toHaveLength(2)
    rounds.resume()
    expect(kept.begun).toEqual(["bandit", "churn", "churn"])
    expect(rounds.lineup.get().lot).toEqual([subjectOf(churn)])
  })

  it("takes what is asked meanwhile behind what is played, and nothing twice", () => {
    const kept = reports()
    const rounds = createRounds(kept)
    rounds.play([bandit])
    rounds.play([bandit, churn])
    expect(kept.begun).toEqual(["bandit"])
    expect(rounds.lineup.get().lot).toHaveLength(2)
    kept.end(bandit, "ready")
    expect(kept.begun).toEqual(["bandit", "churn"])
  })

  it("plays what is asked for before the end of what was called off is told, and that again", () => {
    const kept = reports()
    // Its end is told later.
    const rounds = createRounds({ ...kept, cancel: async () => {} })
    rounds.play([bandit])
    rounds.cancel()
    rounds.play([churn])
    expect(kept.begun).toEqual(["bandit"])
    kept.end(bandit, "cancelled")
    kept.end(bandit, "ready")
    kept.end(churn, "ready")
    expect(kept.begun).toEqual(["bandit", "bandit", "churn"])
    expect(rounds.lineup.get().playing).toBeNull()
  })

  it("plays nothing of what was asked for when that is called off as well", () => {
    const kept = reports()
    const rounds = createRounds({ ...kept, cancel: async () => {} })
    rounds.play([bandit])
    rounds.cancel()
    rounds.play([churn])
    rounds.cancel()
    kept.end(bandit, "cancelled")
    expect(kept.begun).toEqual(["bandit"])
    expect(rounds.lineup.get().playing).toBeNull()
  })

  it("keeps the one that is played, and counts none that leaves unplayed, when more come than there are looks", () => {
    const kept = reports()
    const rounds = createRounds(kept)
    rounds.play([bandit, churn])
    const more = LOOKS.map((_, at) => ask("spread", { budget: at + 1 }))
    rounds.play(more)
    const there = [bandit, ...more.slice(1)]
    const { series, lot } = rounds.lineup.get()
    expect(series.map(({ question }) => question)).toEqual(there)
    expect(new Set(series.map(({ look }) => look)).size).toBe(LOOKS.length)
    expect(lot).toEqual(there.map(subjectOf))
  })

  it("takes away what is not played, and that only", () => {
    const kept = reports()
    const rounds = createRounds(kept)
    rounds.play([bandit, churn, spread])
    rounds.remove(bandit)
    rounds.remove(churn)
    expect(rounds.lineup.get().series.map(({ question }) => question)).toEqual([bandit, spread])
    kept.end(bandit, "ready")
    expect(kept.begun).toEqual(["bandit", "spread"])
  })
})

describe("withMore", () => {
  it("keeps each in its look and gives new ones those that are free", () => {
    const first = withMore([], [ask("bandit"), ask("churn"), ask("spread")])
    const without = first.filter(({ question }) => question.strategy !== "churn")
    const more = withMore(without, [ask("spread"), ask("insider"), ask("imitate")])
    expect(more.map(({ question, look }) => [question.strategy, look])).toEqual([
      ["bandit", 0],
      ["spread", 2],
      ["insider", 1],
      ["imitate", 3],
    ])
  })

  it("lets the oldest go that are not asked for when there are more than looks", () => {
    const six = withMore(
      [],
      [1, 2, 3, 4, 5, 6].map((budget) => ask("bandit", { budget })),
    )
    const more = withMore(six, [ask("bandit", { budget: 1 }), ask("bandit", { budget: 7 })])
    expect(more.map(({ question }) => question.budget)).toEqual([1, 3, 4, 5, 6, 7])
    expect(new Set(more.map(({ look }) => look)).size).toBe(LOOKS.length)
  })
})

describe("farAlong", () => {
  it("takes each behind for as long as all of the one under way", () => {
    expect(farAlong(1, 4, { fraction: 0.5, remainingSeconds: 10 })).toEqual({
      fraction: 0.375,
      remainingSeconds: 50,
    })
    expect(farAlong(0, 1, { fraction: 0.5, remainingSeconds: 10 })).toEqual({
      fraction: 0.5,
      remainingSeconds: 10,
    })
    expect(farAlong(0, 2, { fraction: 0, remainingSeconds: null }).remainingSeconds).toBeNull()
  })
})

describe("namesOf", () => {
  const names = (...questions: RoundsQuestion[]) => namesOf(translating(en), createFormat("en"), questions)

  it("are the strategies, and the settings in which they differ", () => {
    expect(names(ask("bandit"), ask("churn"))).toEqual(["Bandit", "Churn"])
    expect(
      names(ask("bandit"), ask("bandit", { retrainEvery: 1 }), ask("bandit", { retrainEvery: 2, budget: 3 })),
    ).toEqual([
      "Bandit: learn again never, budget × 2",
      "Bandit: learn again every round, budget × 2",
      "Bandit: learn again every 2 rounds, budget × 3",
    ])
  })
})
