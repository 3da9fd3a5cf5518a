/** A report that the server measures on demand: how far it is, how it ended, or what it says. */
import { Alert, Button } from "@mantine/core"
import { type ReactNode, useEffect, useSyncExternalStore } from "react"
import type { ReportName } from "../../api/contract.ts"
import { useT } from "../i18n/index.ts"
import type { MeasuredReport, Standing } from "../state/reports.ts"
import { ConnectionLost, useLost } from "./ConnectionLost.tsx"
import { Failed } from "./Failed.tsx"
import { KeepsFocus } from "./KeepsFocus.tsx"
import { WorkProgress } from "./WorkProgress.tsx"

/** What is said around a report, with its subject's name in it. */
export interface MeasuredWords {
  /** What is being measured, in a few words. */
  readonly title: string
  readonly measuring: string
  readonly failed: string
  readonly failedHelp: string
  readonly cancelled: string
  /** What it means here that the server is lost. */
  readonly lost: string
}

interface MeasuredProps<Report> {
  /** What the report is of: a scenario's name or a run's id. */
  readonly subject: string
  readonly kept: MeasuredReport<Report>
  readonly words: MeasuredWords
  /** Its failure is `<testId>-failed`, its wait `<testId>-measuring`, its end by Cancel `<testId>-cancelled`. */
  readonly testId: string
  readonly children: (report: Report) => ReactNode
}

export function Measured<Report>(props: MeasuredProps<Report>) {
  const { kept, subject } = props
  const measured = useSyncExternalStore(kept.subscribe, () => kept.of(subject))
  return (
    <KeepsFocus>
      <Shown {...props} measured={measured} />
    </KeepsFocus>
  )
}

interface ShownProps<Report> extends MeasuredProps<Report> {
  readonly measured: ReturnType<MeasuredReport<Report>["of"]>
}

function Shown<Report>({ subject, kept, words, testId, children, measured }: ShownProps<Report>) {
  const t = useT()
  const lost = useLost()
  const begin = () => kept.begin(subject)
  useEffect(() => {
    // What was called off stays so until it is asked for; what failed may work the next time.
    if (kept.of(subject)?.state !== "cancelled") kept.begin(subject)
  }, [kept, subject])

  if (measured?.state === "ready") return children(measured.report)
  if (measured?.state === "failed")
    return (
      <Failed
        title={words.failed}
        failure={measured.failure}
        help={words.failedHelp}
        testId={`${testId}-failed`}
      >
        <Button size="xs" variant="default" onClick={begin}>
          {t("state.retry")}
        </Button>
      </Failed>
    )
  if (measured?.state === "cancelled")
    return (
      <Alert color="gray" title={words.cancelled} data-testid={`${testId}-cancelled`}>
        <p>{t("measured.cancelledHelp")}</p>
        <Button size="xs" variant="default" mt="xs" onClick={begin}>
          {t("measured.again")}
        </Button>
      </Alert>
    )
  if (lost) return <ConnectionLost consequence={words.lost} />
  return (
    <div className="job measuring" data-testid={`${testId}-measuring`}>
      <Standings
        title={words.title}
        standing={measured?.standing ?? null}
        cancelling={measured?.cancelling ?? false}
        onCancel={() => void kept.cancel(subject)}
        testId={`${testId}-progress`}
      />
      <p className="facts">{words.measuring}</p>
    </div>
  )
}

interface StandingsProps {
  readonly title: string
  readonly standing: Standing | null
  readonly cancelling: boolean
  readonly onCancel: () => void
  readonly testId: string
}

function Standings({ standing, onCancel, ...rest }: StandingsProps) {
  const t = useT()
  const waiting =
    standing?.type === "waiting" ? t("measured.waiting", { what: told(t, standing.behind) }) : null
  return (
    <WorkProgress
      {...rest}
      progress={standing?.type === "progress" ? standing : null}
      waiting={waiting}
      onCancel={standing ? onCancel : null}
    />
  )
}

const told = (t: ReturnType<typeof useT>, { kind, subject }: ReportName) =>
  t(`measured.of.${kind}`, { subject })
