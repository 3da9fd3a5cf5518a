/** Cells of the table of pins: a figure with its interval, and the difference to the row that is compared with. */
import type { CohortRow, Estimate } from "../../../../core/evaluation/index.ts"
import { NOTHING, useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { cohortName } from "../../../names.ts"
import { useDial } from "../../../state/dial.ts"
import { usePlace } from "../../../state/location.ts"
import { more, points } from "../suggest/trade-text.ts"
import type { PinFigure } from "./pin-figures.ts"

interface FigureCellProps {
  readonly figure: PinFigure
  readonly estimate: Estimate
  /** null in the row that the others are compared with. */
  readonly reference: Estimate | null
}

const SHARES: readonly PinFigure[] = ["precision", "recall", "falsePositiveRate"]

export function FigureCell({ figure, estimate, reference }: FigureCellProps) {
  const t = useT()
  const format = useFormat()
  const isShare = SHARES.includes(figure)
  const tell = (value: number) => (isShare ? format.share(value) : format.rate(value))
  const difference = reference === null ? null : estimate.value - reference.value
  return (
    <td className="number" data-testid={`pin-${figure}`}>
      {tell(estimate.value)}
      <span className="figure-interval">
        {Number.isNaN(estimate.value) ? "" : estimate.interval.map(tell).join(" – ")}
      </span>
      <span className="pin-difference">
        {difference === null
          ? ""
          : isShare
            ? points(t, format, { value: difference })
            : more(format, difference)}
      </span>
    </td>
  )
}

interface WorstCellProps {
  readonly worst: CohortRow | null
  readonly reference: CohortRow | null
}

export function WorstCell({ worst, reference }: WorstCellProps) {
  const { run } = useDial()
  const t = useT()
  const format = useFormat()
  const { cohorts: kind } = usePlace()
  if (worst === null) return <td className="number">{NOTHING}</td>
  return (
    <td className="number">
      {cohortName(t, format, run.manifest.scenario.archetypes, kind, worst.name)}{" "}
      {format.share(worst.falsePositiveRate)}
      <span className="figure-interval">{format.shareInterval(worst.falsePositiveRateInterval)}</span>
      <span className="pin-difference">
        {reference === null
          ? ""
          : points(t, format, { value: worst.falsePositiveRate - reference.falsePositiveRate })}
      </span>
    </td>
  )
}
