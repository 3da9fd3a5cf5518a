/**
 * What joins accounts, as it leaves the tiles: whom each follows and whom it acts on. Tiles are dropped once they are
 * observed, and who follows back is known only when all of them have been.
 */
import { type Evidence, type Follows, NONE } from "../evidence/evidence.ts"
import { inSharedMemory } from "../shared-columns.ts"

/** Of the accounts of one tile. */
export interface TileLinks {
  readonly firstAccount: number
  readonly accountCount: number
  /** Posts of each account. */
  readonly posts: Uint32Array
  readonly verified: Uint8Array
  readonly follows: Follows
  /** Interactions with another account that is known: who, with whom, and how soon after publication. */
  readonly actor: Uint32Array
  readonly target: Uint32Array
  /** Seconds, or NONE. */
  readonly latency: Uint32Array
}

export function linksOf(tile: Evidence): TileLinks {
  const { firstAccount, accountCount, posts, profiles, follows } = tile
  const none = { offset: new Uint32Array(accountCount + 1), target: new Uint32Array(0) }
  return inSharedMemory({
    firstAccount,
    accountCount,
    posts: Uint32Array.from({ length: accountCount }, (_, k) =>
      posts ? posts.offset[k + 1] - posts.offset[k] : 0,
    ),
    verified: Uint8Array.from({ length: accountCount }, (_, k) => profiles?.verified[k] ?? 0),
    follows: follows ?? none,
    ...actionsOn(tile),
  })
}

function actionsOn({ firstAccount, accountCount, interactions }: Evidence) {
  const actor: number[] = []
  const target: number[] = []
  const latency: number[] = []
  for (let k = 0; interactions && k < accountCount; k++)
    for (let i = interactions.offset[k]; i < interactions.offset[k + 1]; i++) {
      if (interactions.target[i] === NONE || interactions.target[i] === firstAccount + k) continue
      actor.push(firstAccount + k)
      target.push(interactions.target[i])
      latency.push(interactions.latency?.[i] ?? NONE)
    }
  return {
    actor: Uint32Array.from(actor),
    target: Uint32Array.from(target),
    latency: Uint32Array.from(latency),
  }
}
