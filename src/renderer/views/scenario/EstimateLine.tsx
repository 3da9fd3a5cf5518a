/** What a run of the draft will take, as a range, and what that rests on. */
import type { Estimate } from "../../../api/contract.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { type Format, useFormat } from "../../format.ts"
import { type Translate, useT } from "../../i18n/index.ts"

export function EstimateLine({
  estimate,
  isStale,
}: {
  readonly estimate: Estimate
  readonly isStale: boolean
}) {
  const t = useT()
  const format = useFormat()
  const [least, most] = estimate.secondsRange
  const [leastBytes, mostBytes] = estimate.memoryRange
  return (
    <dl className="estimate" data-testid="estimate" data-stale={isStale || undefined}>
      <div>
        <dt>
          <Meaning of={t("scenario.estimate.time.meaning")}>{t("scenario.estimate.time")}</Meaning>
        </dt>
        <dd data-testid="estimate-time">
          {t("scenario.estimate.range", { low: rounded(format, least), high: rounded(format, most) })}
        </dd>
        <dd className="estimate-basis" data-testid="estimate-basis">
          {basisOf(t, format, estimate)}
        </dd>
      </div>
      <div>
        <dt>
          <Meaning of={t("scenario.estimate.memory.meaning")}>{t("scenario.estimate.memory")}</Meaning>
        </dt>
        <dd data-testid="estimate-memory">
          {t("scenario.estimate.gigabytes", {
            low: gigabytes(format, leastBytes),
            high: gigabytes(format, mostBytes),
          })}
        </dd>
        <dd className="estimate-basis">
          {t("scenario.estimate.memoryBasis", {
            accounts: format.count(estimate.accounts),
            kilobytes: format.decimal(estimate.bytesPerAccount / 1000, 1),
          })}
        </dd>
      </div>
      <div>
        <dt>
          <Meaning of={t("scenario.estimate.events.meaning")}>{t("scenario.estimate.events")}</Meaning>
        </dt>
        <dd>{format.count(Number(estimate.events.toPrecision(2)))}</dd>
      </div>
    </dl>
  )
}

function basisOf(t: Translate, format: Format, { from }: Estimate): string {
  const [nearest] = from
  if (nearest === undefined) return t("scenario.estimate.fromRate")
  return t("scenario.estimate.fromRuns", {
    count: from.length,
    run: nearest.id,
    time: format.duration(nearest.seconds),
  })
}

/** Two significant digits: more is not known. */
const rounded = (format: Format, seconds: number): string =>
  format.duration(Math.max(1, Number(seconds.toPrecision(2))))

const gigabytes = (format: Format, bytes: number): string => format.decimal(bytes / 1e9, 1)
