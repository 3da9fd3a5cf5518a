/** Met, not met, or does not apply: a sign and a word. */
import { useT } from "../../i18n/index.ts"

interface VerdictProps {
  readonly met: boolean | null
  /** What is said instead of "met" and "not met". */
  readonly words?: readonly [met: string, missed: string]
}

export function Verdict({ met, words }: VerdictProps) {
  const t = useT()
  const [good, bad] = words ?? [t("realism.met"), t("realism.missed")]
  const [sign, word] = met === null ? ["–", t("realism.inapplicable")] : met ? ["✓", good] : ["✗", bad]
  return (
    <span className={met === false ? "verdict-word verdict-missed" : "verdict-word"}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}
