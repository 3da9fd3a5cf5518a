/**
 * In which script an account writes: texts of different scripts have different units and are never held against each
 * other. Ideographic where more than half of all units are Chinese, Japanese or Korean characters, else alphabetic.
 */
import type { Posts } from "../../evidence/evidence.ts"

export const NO_TEXT = 0
export const ALPHABETIC = 1
export const IDEOGRAPHIC = 2
/** Scripts that there are, NO_TEXT apart. */
export const SCRIPTS = [ALPHABETIC, IDEOGRAPHIC] as const

/** The script of posts from `from` up to, not including, `to`; reads their style. */
export function scriptOf({ style }: Posts, from: number, to: number): number {
  let units = 0
  let ideographs = 0
  for (let post = from; post < to; post++) {
    units += style!.units[post]
    ideographs += style!.ideographs[post]
  }
  if (units === 0) return NO_TEXT
  return 2 * ideographs > units ? IDEOGRAPHIC : ALPHABETIC
}
