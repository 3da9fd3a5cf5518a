/** Saves the run, as the dial stands, as one HTML page. */
import { api } from "../api/client.ts"
import { useFormat } from "../format.ts"
import { useT } from "../i18n/index.ts"
import { useDial } from "../state/dial.ts"
import { ReportButton } from "./ReportButton.tsx"
import { reportLanguage } from "./report-language.ts"
import { queryOf } from "./report-query.ts"

export function RunReportButton() {
  const dial = useDial()
  const t = useT()
  const { language } = useFormat()
  const { id } = dial.run.manifest
  return (
    <ReportButton
      hint={t("report.hint")}
      stem={[id, "report"]}
      ask={(signal) =>
        api.runReport(id, queryOf(dial.current(), dial.run.off, reportLanguage(language)), signal)
      }
    />
  )
}
