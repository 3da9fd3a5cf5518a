/** Two sides of a figure and their paired difference, as cells of a row. */
import type { PairedEstimate } from "../../../../core/policy/follow/index.ts"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { differenceInterval, differenceText, sideInterval, sideText, verdictOf } from "./words.ts"

const SIDES = ["a", "b"] as const

interface DifferenceCellsProps {
  readonly figure: Parameters<typeof sideText>[1]
  readonly paired: PairedEstimate
  /** Of a cohort with too few accounts to judge. */
  readonly isTooSmall?: boolean
}

export function DifferenceCells({ figure, paired, isTooSmall = false }: DifferenceCellsProps) {
  const t = useT()
  const format = useFormat()
  const verdict = verdictOf(paired, isTooSmall)
  return (
    <>
      {SIDES.map((side) => (
        <td className="number" key={side}>
          {sideText(format, figure, paired[side].value)}{" "}
          <span className="figure-interval">{sideInterval(format, figure, paired[side].interval)}</span>
        </td>
      ))}
      <td className="number">
        {differenceText(t, format, figure, paired.difference.value)}{" "}
        <span className="figure-interval">
          {differenceInterval(format, figure, paired.difference.interval)}
        </span>
      </td>
      <td className="versus-verdict" data-verdict={verdict}>
        {t(`versus.verdict.${verdict}`)}
      </td>
    </>
  )
}

export function DifferenceHeads({ name }: { readonly name: string }) {
  const t = useT()
  return (
    <>
      {[t("versus.now"), name, t("versus.difference")].map((title) => (
        <th scope="col" className="number" key={title}>
          {title}
        </th>
      ))}
      <th scope="col">{t("versus.verdict")}</th>
    </>
  )
}
