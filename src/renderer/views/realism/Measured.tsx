/** A report that the server measures on demand: the wait for it, what went wrong, or what it says. */
import { Alert, Button, Loader } from "@mantine/core"
import { type ReactNode, useEffect, useState } from "react"
import { ConnectionLost, useLost } from "../../components/ConnectionLost.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import type { KeptReport } from "../../state/reports.ts"
import { useResource } from "../../state/resource.ts"

interface MeasuredProps<Report> {
  readonly scenario: string
  readonly kept: KeptReport<Report>
  readonly children: (report: Report) => ReactNode
}

export function Measured<Report>({ scenario, kept, children }: MeasuredProps<Report>) {
  const t = useT()
  const lost = useLost()
  const [attempt, setAttempt] = useState(0)
  const report = useResource(`${scenario}/${attempt}`, () => kept.of(scenario))
  if (report.state === "ready") return children(report.value)
  if (report.state === "failed")
    return (
      <Alert color="red" title={t("realism.failed", { scenario })} data-testid="realism-failed">
        <pre className="problems">{report.message}</pre>
        <p>{t("realism.failedHelp")}</p>
        <Button size="xs" variant="default" mt="xs" onClick={() => setAttempt(attempt + 1)}>
          {t("state.retry")}
        </Button>
      </Alert>
    )
  if (lost) return <ConnectionLost consequence={t("lost.realism")} />
  return <Waiting scenario={scenario} waited={kept.waited} />
}

type WaitingProps = Pick<KeptReport<unknown>, "waited"> & { readonly scenario: string }

function Waiting({ scenario, waited }: WaitingProps) {
  const t = useT()
  const format = useFormat()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const tell = () => setSeconds(Math.round(waited(scenario) / 1000))
    tell()
    const clock = window.setInterval(tell, 1000)
    return () => window.clearInterval(clock)
  }, [scenario, waited])
  return (
    <div className="measuring" data-testid="realism-measuring">
      <Loader size="sm" aria-hidden="true" />
      <p role="status">{t("realism.measuring", { scenario })}</p>
      <p className="facts">{t("realism.waited", { time: format.duration(seconds) })}</p>
    </div>
  )
}
