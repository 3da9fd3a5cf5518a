/** What a scenario says for `assay rounds`: how its operators adapt, and how the platform answers. Moves no run. */
import { z } from "zod"

/** Ways in which operators adapt; strategies/ has a file for each. */
export const STRATEGY_NAMES = ["steadfast", "churn", "spread", "bandit", "imitate", "insider"] as const
export type StrategyName = (typeof STRATEGY_NAMES)[number]

export const roundsSchema = z.strictObject({
  strategy: z.enum(STRATEGY_NAMES).default("bandit").describe("How operators answer what was caught."),
  rounds: z
    .int()
    .min(1)
    .max(100)
    .default(8)
    .describe("Rounds to play, the first of them the plain run; each lasts `days`."),
  seeds: z
    .int()
    .min(1)
    .max(100)
    .default(5)
    .describe("Populations that all of it is repeated on; the first is the scenario's own."),
  retrainEvery: z
    .int()
    .min(1)
    .max(100)
    .nullable()
    .default(null)
    .describe("Fusion is learned again every so many rounds; null for once, in the first."),
  budget: z
    .number()
    .min(1)
    .max(100)
    .default(2)
    .describe(
      "What an operator can spend a month on running, replacing and evading, as a multiple of what it spent at first.",
    ),
  period: z
    .enum(["next", "same"])
    .default("next")
    .describe(
      "Whether accounts have other luck in each round, or whoever got away by luck gets away again. For steadfast always the same.",
    ),
  step: z
    .number()
    .gt(0)
    .max(1)
    .default(0.2)
    .describe("The most that the effort on one layer rises from one round to the next, of 1."),
  replacement: z
    .strictObject({
      price: z
        .number()
        .min(0)
        .max(10_000)
        .default(5)
        .describe("CNY for an account in place of one that was caught."),
      delayDays: z
        .number()
        .min(0)
        .max(60)
        .default(7)
        .describe("Mean days of a round until the new account is there."),
    })
    .prefault({})
    .describe("Accounts in place of those that were caught."),
})
export type RoundsSettings = z.output<typeof roundsSchema>
