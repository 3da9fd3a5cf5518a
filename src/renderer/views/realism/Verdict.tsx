/** Met, not met, or does not apply: a sign and a word. A limit is kept or exceeded. */
import { useT } from "../../i18n/index.ts"

interface VerdictProps {
  readonly met: boolean | null
  readonly of?: "range" | "limit"
}

export function Verdict({ met, of = "range" }: VerdictProps) {
  const t = useT()
  const [sign, word] =
    met === null
      ? ["–", t("realism.inapplicable")]
      : met
        ? ["✓", t(of === "limit" ? "leakage.kept" : "realism.met")]
        : ["✗", t(of === "limit" ? "leakage.beyond" : "realism.missed")]
  return (
    <span className={met === false ? "verdict-word verdict-missed" : "verdict-word"}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}
