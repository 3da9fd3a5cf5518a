/** Evades as it always did and buys new accounts for lost ones: what mere replacing is worth. */
import type { Strategy } from "../strategy.ts"

export const churn: Strategy = {
  name: "churn",
  replaces: true,
  sees: "own",
  answer: ({ efforts }) => efforts,
}
