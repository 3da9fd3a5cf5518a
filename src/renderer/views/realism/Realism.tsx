/** Realism: whether the run's scenario generates what is published of real populations, and what gives it away. */
import { SegmentedControl } from "@mantine/core"
import { Measured } from "../../components/Measured.tsx"
import { useT } from "../../i18n/index.ts"
import { useDial } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { REALISM_PARTS } from "../../state/place.ts"
import { leakageReport, realismReport } from "../../state/reports.ts"
import { Leakage } from "./Leakage.tsx"
import { Statistics } from "./Statistics.tsx"

export function Realism() {
  const { name } = useDial().run.manifest.scenario
  const { part } = usePlace()
  const t = useT()
  const around = {
    subject: name,
    testId: "realism",
    words: {
      title: t("realism.title.measuring", { scenario: name }),
      cancelled: t("realism.cancelled", { scenario: name }),
      measuring: t("realism.measuring", { scenario: name }),
      failed: t("realism.failed", { scenario: name }),
      failedHelp: t("realism.failedHelp"),
      lost: t("lost.realism"),
    },
  }
  return (
    <div className="realism" data-testid="realism">
      <div className="realism-head">
        <h2>{t("realism.title", { scenario: name })}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t("realism.parts")}
          value={part}
          onChange={(next) => goTo({ part: next })}
          data={REALISM_PARTS.map((value) => ({ value, label: t(`realism.part.${value}`) }))}
        />
      </div>
      <p className="controls-note realism-lead">{t(`realism.part.${part}.lead`)}</p>
      {part === "statistics" ? (
        <Measured key="statistics" {...around} kept={realismReport}>
          {(report) => <Statistics report={report} />}
        </Measured>
      ) : (
        <Measured key="leakage" {...around} kept={leakageReport}>
          {(report) => <Leakage report={report} />}
        </Measured>
      )}
    </div>
  )
}
