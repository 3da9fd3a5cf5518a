/** When the account was active: by hour of its week, in sessions, and along the days. */
import { SegmentedControl } from "@mantine/core"
import type { ChartConfiguration } from "chart.js"
import { useMemo, useRef, useState } from "react"
import type { AccountDetail } from "../../../core/account-detail.ts"
import { ChartBox, useChart, useColours } from "../../charts/ChartBox.tsx"
import { axis, baseOptions } from "../../charts/setup.ts"
import { LineSample } from "../../components/LineSample.tsx"
import { type Format, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"
import type { Colours } from "../../theme.ts"
import { byDay, byWeekHour, type DayCount } from "./activity.ts"
import { zoneText } from "./parts.tsx"
import { Sessions } from "./Sessions.tsx"

/** The platform keeps Beijing's time. */
const PLATFORM_ZONE = 8

export function Timeline({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  const format = useFormat()
  const own = detail.profile.timeZone
  const [clock, setClock] = useState<"account" | "platform">("account")
  if (detail.posts.length + detail.interactions.length === 0)
    return <p className="empty-note">{t("timeline.none")}</p>
  const timeZone = clock === "account" ? own : PLATFORM_ZONE
  return (
    <>
      {own === PLATFORM_ZONE ? (
        <p className="empty-note">{t("timeline.sameClock", { zone: zoneText(format, own) })}</p>
      ) : (
        <SegmentedControl
          size="xs"
          mb="xs"
          aria-label={t("timeline.clock")}
          value={clock}
          onChange={setClock}
          data={[
            { value: "account", label: t("timeline.clock.account", { zone: zoneText(format, own) }) },
            {
              value: "platform",
              label: t("timeline.clock.platform", { zone: zoneText(format, PLATFORM_ZONE) }),
            },
          ]}
        />
      )}
      <WeekHours detail={detail} timeZone={timeZone} />
      <Sessions detail={detail} timeZone={timeZone} />
      <Days detail={detail} />
    </>
  )
}

/** A table, so that the counts can be read as well as seen. */
function WeekHours({ detail, timeZone }: { readonly detail: AccountDetail; readonly timeZone: number }) {
  const t = useT()
  const format = useFormat()
  const count = useMemo(
    () =>
      byWeekHour(
        detail.posts.map(({ time }) => time),
        timeZone,
      ),
    [detail, timeZone],
  )
  const most = Math.max(1, ...count)
  return (
    <table className="heat">
      <caption>{t("timeline.weekHours", { most: format.count(Math.max(...count)) })}</caption>
      <thead>
        <tr>
          <td />
          {Array.from({ length: 24 }, (_, hour) => (
            <th scope="col" key={hour} aria-label={t("timeline.hour", { hour })}>
              {hour % 6 === 0 ? hour : ""}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: 7 }, (_, day) => (
          <tr key={day}>
            <th scope="row">{format.weekday(day)}</th>
            {Array.from(count.subarray(day * 24, day * 24 + 24), (posts, hour) => (
              <td
                key={hour}
                title={t("timeline.cell", { day: format.weekday(day), hour, posts })}
                style={{ "--heat": posts === 0 ? 0 : 0.15 + (0.85 * posts) / most } as React.CSSProperties}
              >
                <span>{posts}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Names one day a week. */
function dayScale(colours: Colours, t: Translate, format: Format, days: readonly DayCount[]) {
  const options = axis(colours, {
    title: t("axis.day"),
    min: 0,
    max: Math.max(1, days.length - 1),
    tick: (value) => {
      const day = days[value]
      return day ? format.dateAt(day.start, 0) : ""
    },
  })
  return { ...options, ticks: { ...options.ticks, stepSize: 7, includeBounds: false } }
}

function configure(
  colours: Colours,
  t: Translate,
  format: Format,
  days: readonly DayCount[],
): ChartConfiguration {
  const options = baseOptions(colours)
  const line = { stepped: "middle" as const, borderWidth: 1.5, pointRadius: 0 }
  return {
    type: "line",
    data: {
      datasets: [
        { ...line, data: days.map(({ posts }, x) => ({ x, y: posts })), borderColor: colours.recall },
        {
          ...line,
          data: days.map(({ interactions }, x) => ({ x, y: interactions })),
          borderColor: colours.authentic,
          borderDash: [5, 2],
        },
      ],
    },
    options: {
      ...options,
      events: [],
      scales: {
        x: dayScale(colours, t, format, days),
        y: axis(colours, { title: t("axis.perDay"), min: 0, tick: format.count }),
      },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    } as NonNullable<ChartConfiguration["options"]>,
  }
}

function Days({ detail }: { readonly detail: AccountDetail }) {
  const t = useT()
  const format = useFormat()
  const colours = useColours()
  const canvas = useRef<HTMLCanvasElement>(null)
  const days = useMemo(
    () => byDay(detail).map((day) => ({ ...day, start: day.start + detail.profile.timeZone * 3600 })),
    [detail],
  )
  useChart(canvas, () => configure(colours, t, format, days), [days, colours, t, format])
  const active = days.filter(({ posts, interactions }) => posts + interactions > 0).length
  return (
    <>
      <ul className="legend">
        <li>
          <LineSample colour={colours.recall} /> {t("timeline.posts")}
        </li>
        <li>
          <LineSample colour={colours.authentic} dash={[5, 2]} /> {t("timeline.interactions")}
        </li>
      </ul>
      <ChartBox
        canvas={canvas}
        className="chart-days"
        testId="days-chart"
        label={t("timeline.days.aria", { active: format.count(active), days: format.count(days.length) })}
      />
    </>
  )
}
