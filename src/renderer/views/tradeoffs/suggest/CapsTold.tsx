/** Which cap holds the threshold where it is, what the caps cost, and which cannot be judged. */
import type { CapOutcome, CapsOutcome } from "../../../../core/evaluation/index.ts"
import { useFormat } from "../../../format.ts"
import { useT } from "../../../i18n/index.ts"
import { cohortName } from "../../../names.ts"
import { useDial } from "../../../state/dial.ts"

export function CapsTold({ caps: { caps, uncapped, recallCost } }: { readonly caps: CapsOutcome }) {
  const { run } = useDial()
  const t = useT()
  const format = useFormat()
  const named = (which: readonly CapOutcome[]) =>
    format.list(
      which.map(({ kind, name }) => cohortName(t, format, run.manifest.scenario.archetypes, kind, name)),
    )
  const binding = caps.filter((cap) => cap.binding)
  const tooSmall = caps.filter((cap) => cap.tooSmall)
  return (
    <ul className="suggest-sentences" data-testid="suggest-caps">
      <li>
        {binding.length > 0
          ? t("suggest.binding", {
              cohorts: named(binding),
              uncapped: Number.isFinite(uncapped) ? format.threshold(uncapped) : t("suggest.aboveAll"),
              cost: format.share(recallCost.value),
              low: format.share(recallCost.interval[0]),
              high: format.share(recallCost.interval[1]),
            })
          : t("suggest.noBinding")}
      </li>
      {tooSmall.length > 0 ? <li>{t("suggest.tooSmall", { cohorts: named(tooSmall) })}</li> : null}
    </ul>
  )
}
