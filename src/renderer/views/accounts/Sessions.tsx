/** Sessions over the days: from the first to the last action of each, and the posts in them. */
import { useMemo } from "react"
import type { AccountDetail } from "../../../core/account-detail.ts"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { sessionsOf } from "./activity.ts"

const DAY = 86_400
const [LEFT, WIDTH, ROW, TOP] = [46, 480, 9, 14]

interface SessionsProps {
  readonly detail: AccountDetail
  /** Hours east of UTC. */
  readonly timeZone: number
}

export function Sessions({ detail, timeZone }: SessionsProps) {
  const t = useT()
  const format = useFormat()
  const { posts, interactions } = detail
  const sessions = useMemo(
    () => sessionsOf([...posts, ...interactions].map(({ time }) => time)),
    [posts, interactions],
  )
  const first = sessions[0]
  const last = sessions.at(-1)
  if (!first || !last) return null
  const local = (time: number) => time + timeZone * 3600
  const dayOf = (time: number) => Math.floor(local(time) / DAY)
  const startDay = dayOf(first.from)
  const days = dayOf(last.to) - startDay + 1
  const x = (time: number) => LEFT + (WIDTH * (local(time) - dayOf(time) * DAY)) / DAY
  const y = (day: number) => TOP + (day - startDay) * ROW
  const lengths = sessions.map(({ from, to }) => to - from).sort((a, b) => a - b)
  const words = t("sessions.aria", {
    count: sessions.length,
    median: format.duration(lengths[lengths.length >> 1]!),
    longest: format.duration(lengths.at(-1)!),
    actions: format.number((posts.length + interactions.length) / sessions.length),
  })
  return (
    <figure className="sessions">
      <figcaption>{words}</figcaption>
      <svg
        viewBox={`0 0 ${LEFT + WIDTH + 4} ${TOP + days * ROW + 2}`}
        role="img"
        aria-label={words}
        data-testid="sessions"
      >
        {[0, 6, 12, 18, 24].map((hour) => (
          <g key={hour}>
            <line
              className="session-hour"
              x1={LEFT + (WIDTH * hour) / 24}
              x2={LEFT + (WIDTH * hour) / 24}
              y1={TOP - 2}
              y2={TOP + days * ROW}
            />
            <text x={LEFT + (WIDTH * hour) / 24} y={TOP - 5} textAnchor="middle">
              {hour}
            </text>
          </g>
        ))}
        {Array.from({ length: days }, (_, k) =>
          k % 7 === 0 ? (
            <text key={k} x={LEFT - 5} y={y(startDay + k) + ROW - 2} textAnchor="end">
              {format.dateAt((startDay + k) * DAY, 0)}
            </text>
          ) : null,
        )}
        {sessions.flatMap(({ from, to }) => {
          // A session over midnight is drawn on both days.
          const pieces: [number, number][] = []
          for (let day = dayOf(from); day <= dayOf(to); day++) {
            const midnight = day * DAY - timeZone * 3600
            pieces.push([Math.max(from, midnight), Math.min(to, midnight + DAY - 1)])
          }
          return pieces.map(([start, end]) => (
            <rect
              key={start}
              className="session"
              x={x(start)}
              y={y(dayOf(start)) + 1}
              width={Math.max(1.5, x(end) - x(start))}
              height={ROW - 3}
            />
          ))
        })}
        {posts.map(({ time }, k) => (
          <circle key={k} className="session-post" cx={x(time)} cy={y(dayOf(time)) + ROW / 2 - 0.5} r={2} />
        ))}
      </svg>
      <ul className="legend">
        <li>
          <svg width="22" height="8" aria-hidden="true">
            <rect className="session" width="22" height="6" y="1" />
          </svg>{" "}
          {t("sessions.session")}
        </li>
        <li>
          <svg width="8" height="8" aria-hidden="true">
            <circle className="session-post" cx="4" cy="4" r="2.5" />
          </svg>{" "}
          {t("timeline.posts")}
        </li>
      </ul>
    </figure>
  )
}
