/** The job under way: stage, share done, time left, Cancel; or how it ended. */
import { Alert, Button, Progress } from "@mantine/core"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import { cancelJob, dismissJob, type Job, job } from "../../state/job.ts"
import { goTo } from "../../state/location.ts"
import { useStore } from "../../state/store.ts"

export function stageName(t: Translate, stage: string): string {
  return t.known(`stage.${stage}`, stage)
}

export function JobPanel() {
  const current = useStore(job)
  if (current.state === "none") return null
  return (
    <div className="job" data-testid="job">
      {current.state === "running" ? <Running current={current} /> : null}
      <div aria-live="polite">{current.state === "running" ? null : <Ended current={current} />}</div>
    </div>
  )
}

function Running({ current }: { readonly current: Extract<Job, { state: "running" }> }) {
  const t = useT()
  const format = useFormat()
  const lost = useLost()
  const { progress, scenario, cancelling } = current
  if (lost) return <ConnectionLost consequence={t("lost.job", { scenario })} />
  const fraction = progress?.fraction ?? 0
  return (
    <>
      <div className="job-head">
        <h2>{t("job.running", { scenario })}</h2>
        <Button
          size="xs"
          variant="default"
          loading={cancelling}
          disabled={!current.id}
          onClick={() => void cancelJob()}
        >
          {t("job.cancel")}
        </Button>
      </div>
      <Progress.Root size="lg">
        <Progress.Section
          value={fraction * 100}
          aria-label={t("job.progress")}
          aria-valuetext={format.share(fraction)}
          data-testid="job-progress"
        />
      </Progress.Root>
      <p className="job-facts">
        {/* Share and time left change too often to be read out. */}
        <span aria-live="polite">{progress ? stageName(t, progress.stage) : t("job.starting")}</span>
        <span>{format.share(fraction)}</span>
        <span>
          {progress?.remainingSeconds === null || !progress
            ? t("job.estimating")
            : t("job.left", { time: format.duration(Math.ceil(progress.remainingSeconds)) })}
        </span>
      </p>
    </>
  )
}

function Ended({ current }: { readonly current: Exclude<Job, { state: "running" } | { state: "none" }> }) {
  const t = useT()
  const { scenario } = current
  const close = { withCloseButton: true, closeButtonLabel: t("job.dismiss"), onClose: dismissJob }
  if (current.state === "failed")
    return (
      <Alert color="red" title={t("job.failed", { scenario })} data-testid="job-failed" {...close}>
        <pre className="problems">{current.failure.message}</pre>
      </Alert>
    )
  if (current.state === "cancelled")
    return (
      <Alert color="gray" title={t("job.cancelled", { scenario })} data-testid="job-cancelled" {...close}>
        {t("job.cancelledHelp")}
      </Alert>
    )
  return (
    <Alert
      color="green"
      className="notice"
      title={t("job.done", { scenario })}
      data-testid="job-done"
      {...close}
    >
      <Button size="xs" variant="default" onClick={() => goTo({ view: "trade-offs", run: current.run })}>
        {t("runs.open")}
      </Button>
    </Alert>
  )
}
