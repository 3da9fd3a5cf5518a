/** Says that a small run stands in, and how far the one is that takes its place. */
import { Alert, Progress } from "@mantine/core"
import { useFormat } from "../format.ts"
import { useT } from "../i18n/index.ts"
import { FIRST_SCENARIO, standIn } from "../state/first-look.ts"
import { job } from "../state/job.ts"
import { library } from "../state/library.ts"
import { usePlace } from "../state/location.ts"
import { useStore } from "../state/store.ts"
import "./first-look.css"

export function FirstLook() {
  useStore(library)
  const current = useStore(job)
  const { view } = usePlace()
  const t = useT()
  const format = useFormat()
  if (current.state !== "running" || view === "runs" || standIn() === null) return null
  const { scenario, progress } = current
  if (scenario !== FIRST_SCENARIO) return null
  const fraction = progress?.fraction ?? 0
  const seconds = progress?.remainingSeconds ?? null
  return (
    <Alert color="gray" className="first-look" data-testid="first-look">
      <div className="first-look-body">
        <span>{t("first.look", { scenario })}</span>
        <Progress.Root className="first-look-bar">
          <Progress.Section
            value={fraction * 100}
            aria-label={t("job.progress")}
            aria-valuetext={format.share(fraction)}
          />
        </Progress.Root>
        <span className="facts">
          {format.share(fraction)}
          {seconds === null ? null : `, ${t("job.left", { time: format.duration(Math.ceil(seconds)) })}`}
        </span>
      </div>
    </Alert>
  )
}
