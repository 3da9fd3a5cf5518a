/** Two cells of a table: a difference with its interval in numbers, and drawn with what it says in words. */
import type { Estimate } from "../../../core/evaluation/index.ts"
import { NOTHING, useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { DifferenceBar } from "./DifferenceBar.tsx"
import { signed, signedInterval, verdictOf } from "./difference.ts"

interface DifferenceProps {
  /** null where it cannot be told. */
  readonly of: Estimate | null
  readonly reach: number
  /** Told in percentage points, with one decimal; otherwise as it is, with three. */
  readonly inPoints?: boolean
  /** Whether the unit stands beside the number, where the head of the column cannot say it. */
  readonly withUnit?: boolean
  /** Whether it is what held-out archetypes lose, and not what a part adds. */
  readonly isLoss?: boolean
}

export function Difference({ of, reach, inPoints, withUnit, isLoss }: DifferenceProps) {
  const t = useT()
  const format = useFormat()
  const verdict = of ? verdictOf(of) : "unknown"
  if (of === null || verdict === "unknown")
    return (
      <>
        <td className="number">{NOTHING}</td>
        <td />
      </>
    )
  const [scale, digits] = inPoints ? [100, 1] : [1, 3]
  const number = signed(format, of.value * scale, digits)
  const value = inPoints && withUnit ? t("why.points", { value: number }) : number
  const [low, high] = of.interval
  const interval = signedInterval(format, [low * scale, high * scale], digits)
  const told = isLoss ? t(`why.transfer.verdict.${verdict}`) : t(`why.verdict.${verdict}`)
  return (
    <>
      <td className="number">
        {value}
        <span className="figure-interval">{interval}</span>
      </td>
      <td>
        <DifferenceBar
          of={of}
          reach={reach}
          label={t("why.difference.aria", { value, interval, verdict: told })}
        />
        <span className={`difference-word difference-${verdict}-word`}>{told}</span>
      </td>
    </>
  )
}
