/**
 * What a strategy is, and all that it may go by. It is handed nothing else: neither truth nor scores nor others' losses,
 * unless `sees` says so.
 */
import type { Efforts } from "../population/efforts.ts"
import type { Random } from "../random/streams.ts"
import type { StrategyName } from "./settings.ts"

/** One round of an operator, as it saw it. */
export interface OwnRound {
  readonly efforts: Efforts
  /** That it ran. */
  readonly accounts: number
  /** Of them, that were flagged. */
  readonly caught: number
}

export interface OperatorView {
  readonly archetype: string
  /** Accounts that it will run in the next round. */
  readonly accounts: number
  /** Of the round that is over. */
  readonly efforts: Efforts
  /** Its own rounds, the one that is over last. */
  readonly past: readonly OwnRound[]
  /** The sum of squares of its efforts that there is money for, of 3 at most. */
  readonly affordable: number
  /** The most that an effort rises from one round to the next. */
  readonly step: number
}

/** Another operator of the same archetype in the round that is over. */
export type PeerView = OwnRound

/** Answers with the efforts that it wants; what it gets is bounded by its step and its money. */
export type Strategy = {
  readonly name: StrategyName
  /** Whether caught accounts are replaced; where they are not, they come back as they were. */
  readonly replaces: boolean
} & (
  | { readonly sees: "own"; answer(own: OperatorView, random: Random): Efforts }
  | { readonly sees: "kind"; answer(own: OperatorView, peers: readonly PeerView[], random: Random): Efforts }
  /** `pull`: what each layer's detectors add to its caught accounts' log-odds of risk by the fusion in force, in the mean. */
  | { readonly sees: "fusion"; answer(own: OperatorView, pull: Efforts, random: Random): Efforts }
)

/** Of the accounts that it ran, in [0, 1]; 0 of none. */
export const lostShare = ({ accounts, caught }: OwnRound): number => (accounts === 0 ? 0 : caught / accounts)
