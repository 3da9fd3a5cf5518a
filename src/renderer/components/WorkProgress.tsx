/** Long work under way: what it is, its stage, share done, time left, and Cancel. */
import { Button, Progress } from "@mantine/core"
import type { WorkPart } from "../../api/contract.ts"
import { useFormat } from "../format.ts"
import { type Translate, useT } from "../i18n/index.ts"

interface WorkProgressProps {
  readonly title: string
  /** null until the server tells how far it is. */
  readonly progress: {
    readonly stage: string
    readonly part?: WorkPart
    readonly fraction: number
    readonly remainingSeconds: number | null
  } | null
  /** What it waits for, instead of a stage and a time. */
  readonly waiting?: string | null
  readonly cancelling: boolean
  /** null as long as there is nothing to cancel. */
  readonly onCancel: (() => void) | null
  readonly testId: string
}

export function stageName(t: Translate, stage: string): string {
  return t.known(`stage.${stage}`, stage)
}

function stageText(t: Translate, { stage, part }: { readonly stage: string; readonly part?: WorkPart }) {
  return part ? t("job.part", { ...part, stage: stageName(t, stage) }) : stageName(t, stage)
}

export function WorkProgress(props: WorkProgressProps) {
  const { title, progress, waiting, cancelling, onCancel, testId } = props
  const t = useT()
  const format = useFormat()
  const fraction = progress?.fraction ?? 0
  return (
    <>
      <div className="job-head">
        <h2>{title}</h2>
        <Button
          size="xs"
          variant="default"
          loading={cancelling}
          disabled={onCancel === null}
          onClick={() => onCancel?.()}
        >
          {t("job.cancel")}
        </Button>
      </div>
      <Progress.Root size="lg">
        <Progress.Section
          value={fraction * 100}
          aria-label={t("job.progress")}
          aria-valuetext={format.share(fraction)}
          data-testid={testId}
        />
      </Progress.Root>
      <p className="job-facts">
        {/* Share and time left change too often to be read out. */}
        <span aria-live="polite">{waiting ?? (progress ? stageText(t, progress) : t("job.starting"))}</span>
        {waiting ? null : (
          <>
            <span>{format.share(fraction)}</span>
            <span>{timeLeft(t, format, progress?.remainingSeconds ?? null)}</span>
          </>
        )}
      </p>
    </>
  )
}

function timeLeft(t: Translate, format: ReturnType<typeof useFormat>, seconds: number | null): string {
  return seconds === null ? t("job.estimating") : t("job.left", { time: format.duration(Math.ceil(seconds)) })
}
