/** Says, on every view, that some detectors are switched off; or that fusion is being learned without them. */
import { Button, Loader } from "@mantine/core"
import { useFormat } from "../format.ts"
import { useT } from "../i18n/index.ts"
import { detectorName } from "../names.ts"
import { goTo, usePlace } from "../state/location.ts"
import type { LoadedRun } from "../state/run.ts"
import "../views/detectors/detectors.css"

export function DetectorsOff({ run }: { readonly run: LoadedRun }) {
  const t = useT()
  const format = useFormat()
  const { off } = usePlace()
  if (off.length === 0 && run.off.length === 0) return null
  const titles = new Map(run.manifest.detectors.map(({ id, title }) => [id, title]))
  const names = format.list(off.map((id) => detectorName(t, id, titles.get(id) ?? id)))
  const isLearning = off.join() !== run.off.join()
  return (
    <div className="detectors-off" role="status" data-testid="detectors-off">
      {isLearning ? <Loader size="xs" aria-hidden="true" /> : null}
      <span>{isLearning ? t("off.learning") : t("off.banner", { names })}</span>
      {off.length > 0 ? (
        <Button size="compact-xs" variant="default" onClick={() => goTo({ off: [] })}>
          {t("off.allOn")}
        </Button>
      ) : null}
    </div>
  )
}
