/** The job under way: stage, share done, time left, Cancel; or how it ended. */
import { Alert, Button } from "@mantine/core"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { Failed } from "../../components/Failed.tsx"
import { WorkProgress } from "../../components/WorkProgress.tsx"
import { useT } from "../../i18n/index.ts"
import { jobName } from "../../names.ts"
import { cancelJob, dismissJob, type Job, job, openFinished, startAgain } from "../../state/job.ts"
import { useStore } from "../../state/store.ts"

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
  const lost = useLost()
  const { id, progress, cancelling } = current
  const scenario = jobName(t, current)
  if (lost) return <ConnectionLost consequence={t("lost.job", { scenario })} />
  return (
    <WorkProgress
      title={t("job.running", { scenario })}
      progress={progress}
      cancelling={cancelling}
      onCancel={id ? () => void cancelJob() : null}
      testId="job-progress"
    />
  )
}

function Ended({ current }: { readonly current: Exclude<Job, { state: "running" } | { state: "none" }> }) {
  const t = useT()
  const scenario = jobName(t, current)
  const close = { withCloseButton: true, closeButtonLabel: t("job.dismiss"), onClose: dismissJob }
  const again = (
    <Button size="xs" variant="default" onClick={() => void startAgain(current.scenario)}>
      {t("job.again", { scenario })}
    </Button>
  )
  if (current.state === "failed")
    return (
      <Failed
        title={t("job.failed", { scenario })}
        failure={current.failure}
        testId="job-failed"
        onClose={dismissJob}
      >
        {again}
      </Failed>
    )
  if (current.state === "gone")
    return (
      <Alert color="red" title={t("job.gone", { scenario })} data-testid="job-gone" {...close}>
        <p>{t("job.gone.help")}</p>
        <div className="ways-on">{again}</div>
      </Alert>
    )
  if (current.state === "cancelled")
    return (
      <Alert color="gray" title={t("job.cancelled", { scenario })} data-testid="job-cancelled" {...close}>
        {t(current.scenario === null ? "job.cancelledCheck" : "job.cancelledHelp")}
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
      <Button size="xs" variant="default" onClick={() => openFinished()}>
        {t("runs.open")}
      </Button>
    </Alert>
  )
}
