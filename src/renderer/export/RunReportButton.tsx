/** Saves the run, as the dial stands, as one HTML page. */
import { TIERS } from "../../core/policy/tiers.ts"
import { api } from "../api/client.ts"
import { useFormat } from "../format.ts"
import { useT } from "../i18n/index.ts"
import { type Setting, useDial } from "../state/dial.ts"
import { ReportButton } from "./ReportButton.tsx"
import { reportLanguage } from "./report-language.ts"

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

/** The setting as the api's report takes it. */
export function queryOf(setting: Setting, off: readonly string[], lang: string): string {
  const { tiers, tier, threshold, prevalence, definition, caps } = setting
  const query = new URLSearchParams({
    lang,
    threshold: String(threshold),
    tier,
    tiers: TIERS.map((one) => tiers[one]).join(","),
    automation: String(definition.automation),
    oversight: String(definition.oversight),
    days: String(definition.days),
  })
  if (prevalence !== undefined) query.set("prevalence", String(prevalence))
  for (const { kind, name, maxFpr } of caps) query.append("cap", `${kind}:${name}:${maxFpr}`)
  for (const id of off) query.append("off", id)
  return query.toString()
}
