/** Sessions: events of one account with no gap above half an hour between them. */

/** Seconds without an event after which a new session begins. */
export const SESSION_GAP = 1800

/** Events in each session of sorted times. */
export function sessionSizes(times: ArrayLike<number>, gap = SESSION_GAP): number[] {
  const sizes: number[] = []
  for (let i = 0; i < times.length; i++) {
    if (i > 0 && times[i] - times[i - 1] <= gap) sizes[sizes.length - 1]++
    else sizes.push(1)
  }
  return sizes
}
