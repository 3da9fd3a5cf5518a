/** The queue day by day: what comes and is decided, and what waits. */
import { useMemo } from "react"
import type { Consequences, Daily } from "../../../core/policy/follow/index.ts"
import { BandChart, type BandLine } from "../../charts/BandChart.tsx"
import { useColours } from "../../charts/ChartBox.tsx"
import { LineSample } from "../../components/LineSample.tsx"
import { Panel } from "../../components/Panel.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { amount, amountInterval } from "./amounts.ts"

const LINES = {
  arrivals: { colour: "recall", dash: [] },
  decided: { colour: "precision", dash: [9, 4] },
  automated: { colour: "falsePositiveRate", dash: [2, 3] },
} as const
const FLOWS = Object.keys(LINES) as (keyof typeof LINES)[]

const bandOf = ({ value, low, high }: Daily) => ({ value, low, high })

export function QueuePanel({ consequences: { queue } }: { readonly consequences: Consequences }) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const { perDay } = queue
  const days = useMemo(() => perDay.backlog.value.map((_, day) => day + 1), [perDay])
  const backlog = useMemo(
    (): readonly BandLine[] => [{ label: t("queue.backlog"), colour: "f1", ...bandOf(perDay.backlog) }],
    [perDay, t],
  )
  const shown = FLOWS.filter((name) => name !== "automated" || perDay.automated.value.some((one) => one > 0))
  const flow = useMemo(
    (): readonly BandLine[] =>
      shown.map((name) => ({ label: t(`queue.${name}`), ...LINES[name], ...bandOf(perDay[name]) })),
    [perDay, t, shown.length],
  )
  const x = { title: t("queue.day"), min: 1, max: Math.max(2, days.length), tick: format.count }
  const y = (title: string) => ({ title, min: 0, tick: format.number })
  const last = days.length - 1
  return (
    <Panel title={t("queue.title")} meaning={t("queue.meaning")} className="panel-queue">
      <ul className="legend">
        {shown.map((name) => (
          <li key={name}>
            <LineSample colour={colours[LINES[name].colour]} dash={LINES[name].dash} /> {t(`queue.${name}`)}
          </li>
        ))}
        <li>
          <LineSample colour={colours.f1} /> {t("queue.backlog")}
        </li>
      </ul>
      <div className="chart-pair">
        <BandChart
          title={t("queue.flow")}
          aria={t("queue.flow.aria", {
            arrivals: amount(format, meanOf(perDay.arrivals.value)),
            decided: amount(format, meanOf(perDay.decided.value)),
          })}
          testId="queue-flow-chart"
          places={days}
          lines={flow}
          x={x}
          y={y(t("queue.perDay"))}
        />
        <BandChart
          title={t("queue.backlog")}
          aria={t("queue.backlog.aria", {
            backlog: amount(format, perDay.backlog.value[last] ?? Number.NaN),
          })}
          testId="queue-backlog-chart"
          places={days}
          lines={backlog}
          x={x}
          y={y(t("queue.backlog"))}
        />
      </div>
      <p className="facts" data-testid="queue-work">
        {t(workOf(queue), {
          share: format.share(meanOf(perDay.utilisation.value)),
          hours: amount(format, queue.reviewerHours.value),
          interval: amountInterval(format, queue.reviewerHours.interval),
          median: format.duration(queue.hours.median.value * 3600),
        })}
      </p>
    </Panel>
  )
}

function workOf({ perDay, hours }: Consequences["queue"]) {
  // Without reviewers there is no time to be at work.
  if (!Number.isFinite(meanOf(perDay.utilisation.value))) return "queue.nobody"
  return Number.isFinite(hours.median.value) ? "queue.work" : "queue.idle"
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
