/** A score in [0, 1] as a number over a bar; a flag where it is at or above the threshold. */
import { VisuallyHidden } from "@mantine/core"
import { useFormat } from "../format.ts"
import { useT } from "../i18n/index.ts"

interface ScoreProps {
  /** NaN or null without evidence. */
  readonly value: number | null
  readonly digits?: number
  readonly flagged?: boolean
}

export function Score({ value, digits = 3, flagged = false }: ScoreProps) {
  const t = useT()
  const format = useFormat()
  if (value === null || Number.isNaN(value))
    return <span className="score-missing">{t("score.missing")}</span>
  return (
    <span className="score">
      <span className="score-bar" style={{ width: `${value * 100}%` }} />
      <span className="score-value">{format.decimal(value, digits)}</span>
      {flagged ? (
        <>
          <svg width="10" height="12" viewBox="0 0 10 12" aria-hidden="true" className="flag">
            <path d="M1 0v12h1.4V7H9L7.4 4 9 1H2.4V0z" />
          </svg>
          <VisuallyHidden>{t("score.flagged")}</VisuallyHidden>
        </>
      ) : null}
    </span>
  )
}
