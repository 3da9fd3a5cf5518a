/** What joins a group: the objects that its members acted on within the window of one another, generated again. */
import { sortedOrder } from "../detection/linkage/order.ts"
import { NONE } from "../evidence/evidence.ts"
import { act } from "../population/acting.ts"
import { authorOf } from "../population/feed.ts"
import { livesOf } from "../population/tile.ts"
import { periodStart, type World } from "../population/world.ts"
import type { GroupEvidence, SharedObject } from "./contents.ts"

/** Members whose actions are generated again; a larger group is told by its strongest. */
const MOST_MEMBERS = 400
/** Objects told one by one. */
const MOST_OBJECTS = 12

/** Actions of members on objects, in columns, by object and then by time. */
export interface Actions {
  readonly member: Uint32Array
  readonly object: Uint32Array
  /** Seconds. */
  readonly time: Uint32Array
}

export function groupEvidence(world: World, members: readonly number[], window: number): GroupEvidence {
  const told = members.slice(0, MOST_MEMBERS)
  const start = periodStart(world.scenario)
  const { objects, shared } = sharedObjects(actionsOf(world, told), window)
  return {
    members: told.length,
    objects,
    sharedObjects: shared.length,
    strongest: shared
      .slice(0, MOST_OBJECTS)
      .map((object) => ({ ...object, time: start + object.time, author: authorOf(world, object.object) })),
  }
}

function actionsOf(world: World, members: readonly number[]): Actions {
  const member: number[] = []
  const object: number[] = []
  const time: number[] = []
  for (const account of members) {
    const actions = act(world, account, account + 1, livesOf(world, account, account + 1))
    for (let at = 0; at < actions.object.length; at++) {
      if (actions.object[at] === NONE) continue
      member.push(account)
      object.push(actions.object[at])
      time.push(actions.time[at])
    }
  }
  const byTime = sortedOrder(Uint32Array.from(time))
  const order = sortedOrder(byTime.map((at) => object[at])).map((k) => byTime[k])
  return {
    member: order.map((at) => member[at]),
    object: order.map((at) => object[at]),
    time: order.map((at) => time[at]),
  }
}

type Shared = Omit<SharedObject, "author">

/** Objects on which two or more accounts acted within the window, whichever joined the most first. */
export function sharedObjects(
  { member, object, time }: Actions,
  window: number,
): { objects: number; shared: Shared[] } {
  const shared: Shared[] = []
  let objects = 0
  for (let from = 0; from < object.length; ) {
    let to = from + 1
    while (to < object.length && object[to] === object[from]) to++
    objects++
    const own = member.subarray(from, to)
    const row = longestRow(own, time.subarray(from, to), window)
    if (row) shared.push({ object: object[from], acting: new Set(own).size, ...row })
    from = to
  }
  shared.sort((p, q) => q.together - p.together || p.seconds - q.seconds || p.object - q.object)
  return { objects, shared }
}

/** Of actions on one object in the order of time, the row of actions, each within the window of the next, of the most accounts. */
function longestRow(member: Uint32Array, time: Uint32Array, window: number) {
  let best = { together: 1, time: 0, seconds: 0 }
  for (let from = 0; from < member.length; ) {
    let to = from + 1
    while (to < member.length && time[to] - time[to - 1] <= window) to++
    const together = new Set(member.subarray(from, to)).size
    if (together > best.together) best = { together, time: time[from], seconds: time[to - 1] - time[from] }
    from = to
  }
  return best.together > 1 ? best : null
}
