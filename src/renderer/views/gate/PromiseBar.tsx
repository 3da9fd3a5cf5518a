/** A promised figure against its bound: the side that keeps it shaded, the value as a dot, its interval as a line. */
import type { ExpectationRow } from "../../../api/contract.ts"
import { IntervalBar } from "../../components/IntervalBar.tsx"
import { placed } from "../realism/range.ts"

/** Pixels. */
const WIDTH = 168
const HEIGHT = 18
const DOT = 4.5

interface PromiseBarProps {
  readonly row: ExpectationRow
  /** The figures in words. */
  readonly label: string
}

export function PromiseBar({ row, label }: PromiseBarProps) {
  const { atLeast, atMost, value, interval, outcome } = row
  const bound = atLeast ?? atMost
  if (bound === null || value === null || interval === null) return null
  const at = placed({ published: [bound, bound], generated: value, interval })
  const edge = at.published[0] * WIDTH
  return (
    <IntervalBar
      width={WIDTH}
      height={HEIGHT}
      dot={DOT}
      value={at.generated * WIDTH}
      interval={[at.interval[0] * WIDTH, at.interval[1] * WIDTH]}
      line={edge}
      band={atLeast === null ? [0, edge] : [edge, WIDTH]}
      isFirm={outcome !== "inconclusive"}
      label={label}
    />
  )
}
