/** What two accounts did together: objects that both acted on within the window of co-action. */
import type { SharedObject } from "../account-detail.ts"
import { type Evidence, NONE } from "../evidence/evidence.ts"

/** Told at most for one partner. */
const MOST_OBJECTS = 20

/** The closest in time first. Both tiles hold one account. `window` in seconds. */
export function sharedObjects(own: Evidence, other: Evidence, window: number): SharedObject[] {
  const theirs = new Map<number, number[]>()
  each(other, (object, time) => {
    const times = theirs.get(object)
    if (times) times.push(time)
    else theirs.set(object, [time])
  })
  const closest = new Map<number, SharedObject>()
  each(own, (object, time, owner) => {
    for (const theirTime of theirs.get(object) ?? []) {
      const secondsApart = Math.abs(time - theirTime)
      const known = closest.get(object)
      if (secondsApart > window || (known && known.secondsApart <= secondsApart)) continue
      closest.set(object, { object, owner, time: own.periodStart + time, secondsApart })
    }
  })
  return [...closest.values()]
    .sort((a, b) => a.secondsApart - b.secondsApart || a.time - b.time)
    .slice(0, MOST_OBJECTS)
}

function each(
  { interactions }: Evidence,
  visit: (object: number, time: number, owner: number | null) => void,
): void {
  const { object, time, target } = interactions!
  for (let k = 0; k < object.length; k++)
    if (object[k] !== NONE) visit(object[k], time[k], target[k] === NONE ? null : target[k])
}
