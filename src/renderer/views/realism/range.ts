/**
 * Where a published range, a generated value and its interval lie on the row's own axis, which shows all of them
 * with some room. Rows have units of their own, so no two share an axis.
 */

export interface Ranged {
  readonly published: readonly [number, number]
  readonly generated: number
  readonly interval: readonly [number, number]
}

/** Places along the axis, each in [0, 1]. */
export interface Placed {
  readonly published: readonly [number, number]
  readonly generated: number
  readonly interval: readonly [number, number]
}

/** Beyond this ratio of the greatest to the least, an even axis leaves nothing of the small ones. */
const WIDE = 30
const ROOM = 0.08

export function placed({ published, generated, interval }: Ranged): Placed {
  const all = [...published, generated, ...interval].filter(Number.isFinite)
  const least = Math.min(...all)
  const greatest = Math.max(...all)
  const along = least > 0 && greatest / least > WIDE ? Math.log : (value: number) => value
  const low = along(least)
  const span = along(greatest) - low
  const place = (value: number) => {
    const share = span === 0 ? 0.5 : (along(value) - low) / span
    return ROOM + (1 - 2 * ROOM) * Math.min(1, Math.max(0, share))
  }
  const both = ([from, to]: readonly [number, number]) => [place(from), place(to)] as const
  return { published: both(published), generated: place(generated), interval: both(interval) }
}
