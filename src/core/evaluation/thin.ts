/** Fewer points for drawing, corners kept. */

/** A curve: columns of one length. */
export type Columns<C> = { readonly [K in keyof C]: Float64Array }

/** At most `points` (2 or more) points of the curve, in order, that keep its shape in the plane of x and y. */
export function thin<C extends Columns<C>>(curve: C, x: keyof C, y: keyof C, points: number): C {
  void [curve, x, y, points]
  throw new Error("unfinished")
}
