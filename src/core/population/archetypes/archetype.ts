/**
 * An archetype: a recipe for a kind of account. Every number is a mean over the kind;
 * each account draws its own around it (see traits.ts), so that kinds overlap as people do.
 */
import type { InteractionKind } from "../../evidence/evidence.ts"
import type { ArchetypeId } from "./ids.ts"

/** A share that varies between accounts: Beta with this mean; a higher concentration varies less. */
export interface Share {
  readonly mean: number
  readonly concentration: number
}

/** A positive number that varies between accounts: lognormal; `sigma` is the SD of its logarithm. */
export interface Amount {
  readonly median: number
  readonly sigma: number
}

export interface Archetype {
  readonly id: ArchetypeId
  readonly side: "authentic" | "managed"
  readonly title: string
  /** Who this is, and why a detector may get it wrong. */
  readonly description: string

  readonly truth: {
    readonly creation: Share
    readonly scheduling: Share
    readonly distribution: Share
    readonly oversight: Share
  }

  readonly posting: {
    readonly perDay: Amount
    /** Share of the posts that a tool publishes so that it shows: at whole minutes, a few seconds late. */
    readonly byTool: Share
    /** "slots": at round times of day; "interval": every so many hours; "spread": at drawn moments. */
    readonly tool: "slots" | "interval" | "spread"
    /** Mean number of posts in one sitting. */
    readonly perSession: number
    /** Share of activity that keeps no hours. */
    readonly sleepless: Share
  }

  readonly interaction: {
    readonly perDay: Amount
    readonly mix: Readonly<Partial<Record<InteractionKind, number>>>
    /** Share of the reactions that come at a machine's speed. */
    readonly fast: Share
    /** Share of the actions that go to what the account's group cares for. */
    readonly forGroup: Share
    /** Of those: the share that answers a common call, seconds to minutes after it. */
    readonly onCall: Share
  }

  readonly writing: {
    /** Share of the notes a language model writes. */
    readonly byModel: Share
    /** Share of the notes made from a template that the group shares. */
    readonly pasted: Share
    /** Share of a template's words changed when it is used. */
    readonly edited: Share
  }

  /** Accounts that belong together: an operator's fleet, a fan club, a pod. Sizes follow a power law. */
  readonly group: {
    readonly least: number
    readonly most: number
    readonly exponent: number
    /** What the group acts on: its own members' posts, or those of a few popular creators. */
    readonly focus: "members" | "creators"
  } | null

  readonly followers: Amount
  /** Days since registration at the start of the period. */
  readonly age: Amount
  /** Reports a month that careful readers file against an account of 1,000 followers. */
  readonly annoyance: number
}
