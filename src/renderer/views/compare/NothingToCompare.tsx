/** Both sides are one and the same: what to move so that there is something to compare. */
import { Alert, Button } from "@mantine/core"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { runName } from "../../names.ts"
import { OWN_AGAINST } from "../../state/compared-place.ts"
import { useDial } from "../../state/dial.ts"
import { library } from "../../state/library.ts"
import { goTo } from "../../state/location.ts"
import { useStore } from "../../state/store.ts"
import type { TwoSides } from "./two-sides.ts"

/** Runs that are offered at most. */
const OFFERED = 3

export function NothingToCompare({ sides }: { readonly sides: TwoSides }) {
  const t = useT()
  const format = useFormat()
  const dial = useDial()
  const { runs } = useStore(library)
  const { manifest } = sides.b.run
  const { threshold } = sides.b.setting
  const others = (runs ?? [])
    .filter(
      ({ id, populationDigest }) => id !== manifest.id && populationDigest === manifest.populationDigest,
    )
    .slice(0, OFFERED)
  return (
    <Alert color="blue" title={t("compare.same.title")} data-testid="compare-same">
      <p>{t("compare.same.text")}</p>
      <div className="compare-offers">
        <Button
          size="xs"
          variant="default"
          onClick={() => dial.set({ threshold: Math.min(1, threshold * 2) })}
        >
          {t("compare.same.raise", { threshold: format.threshold(Math.min(1, threshold * 2)) })}
        </Button>
        {others.map((run) => (
          <Button
            key={run.id}
            size="xs"
            variant="default"
            onClick={() =>
              goTo({
                against: { ...OWN_AGAINST, run: run.id },
              })
            }
          >
            {t("compare.same.run", { run: runName(run) })}
          </Button>
        ))}
      </div>
    </Alert>
  )
}
