/** A report that the server measures on demand: the wait for it, what went wrong, or what it says. */
import { Alert, Button, Loader } from "@mantine/core"
import { type ReactNode, useEffect, useState } from "react"
import { useFormat } from "../format.ts"
import { useT } from "../i18n/index.ts"
import type { KeptReport } from "../state/reports.ts"
import { useResource } from "../state/resource.ts"
import { ConnectionLost, useLost } from "./ConnectionLost.tsx"

/** What is said around a report, with its subject's name in it. */
export interface MeasuredWords {
  readonly measuring: string
  readonly failed: string
  readonly failedHelp: string
  /** What it means here that the server is lost. */
  readonly lost: string
}

interface MeasuredProps<Report> {
  /** What the report is of: a scenario's name or a run's id. */
  readonly subject: string
  readonly kept: KeptReport<Report>
  readonly words: MeasuredWords
  /** Its failure is `<testId>-failed`, its wait `<testId>-measuring`. */
  readonly testId: string
  readonly children: (report: Report) => ReactNode
}

export function Measured<Report>({ subject, kept, words, testId, children }: MeasuredProps<Report>) {
  const t = useT()
  const lost = useLost()
  const [attempt, setAttempt] = useState(0)
  const report = useResource(`${subject}/${attempt}`, () => kept.of(subject))
  if (report.state === "ready") return children(report.value)
  if (report.state === "failed")
    return (
      <Alert color="red" title={words.failed} data-testid={`${testId}-failed`}>
        <pre className="problems">{report.message}</pre>
        <p>{words.failedHelp}</p>
        <Button size="xs" variant="default" mt="xs" onClick={() => setAttempt(attempt + 1)}>
          {t("state.retry")}
        </Button>
      </Alert>
    )
  if (lost) return <ConnectionLost consequence={words.lost} />
  return (
    <Waiting
      subject={subject}
      waited={kept.waited}
      measuring={words.measuring}
      testId={`${testId}-measuring`}
    />
  )
}

type WaitingProps = Pick<KeptReport<unknown>, "waited"> &
  Pick<MeasuredWords, "measuring"> & { readonly subject: string; readonly testId: string }

function Waiting({ subject, waited, measuring, testId }: WaitingProps) {
  const t = useT()
  const format = useFormat()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const tell = () => setSeconds(Math.round(waited(subject) / 1000))
    tell()
    const clock = window.setInterval(tell, 1000)
    return () => window.clearInterval(clock)
  }, [subject, waited])
  return (
    <div className="measuring" data-testid={testId}>
      <Loader size="sm" aria-hidden="true" />
      <p role="status">{measuring}</p>
      <p className="facts">{t("measured.waited", { time: format.duration(seconds) })}</p>
    </div>
  )
}
