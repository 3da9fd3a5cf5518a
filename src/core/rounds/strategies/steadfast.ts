/** Does nothing, whatever is caught: each round is the plain run. What the others are held against. */
import type { Strategy } from "../strategy.ts"

export const steadfast: Strategy = {
  name: "steadfast",
  replaces: false,
  sees: "own",
  answer: ({ efforts }) => efforts,
}
