/** Evades more on every layer after each round that cost it accounts, without asking where it pays. */
import { eachEffort } from "../../population/efforts.ts"
import type { Strategy } from "../strategy.ts"

export const spread: Strategy = {
  name: "spread",
  replaces: true,
  sees: "own",
  answer({ efforts, past, step }) {
    if (past.at(-1)!.caught === 0) return efforts
    return eachEffort((layer) => efforts[layer] + step)
  },
}
