/** Saves the run, as the dial stands, as one HTML page. It is made by the server and may take some seconds. */
import { Button, Tooltip } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import { TIERS } from "../../core/policy/tiers.ts"
import { request } from "../api/client.ts"
import { useFormat } from "../format.ts"
import { useT } from "../i18n/index.ts"
import { type Setting, useDial } from "../state/dial.ts"
import { download, fileName } from "./download.ts"
import "./save.css"

type State =
  | { readonly is: "idle" }
  | { readonly is: "making"; readonly controller: AbortController }
  | { readonly is: "failed"; readonly why: string }

const IDLE: State = { is: "idle" }

export function ReportButton() {
  const dial = useDial()
  const t = useT()
  const { language } = useFormat()
  const [state, setState] = useState<State>(IDLE)
  const latest = useRef(state)
  latest.current = state
  // Nobody waits for it in another view.
  useEffect(() => () => void (latest.current.is === "making" && latest.current.controller.abort()), [])

  async function make(): Promise<void> {
    const controller = new AbortController()
    setState({ is: "making", controller })
    const { id } = dial.run.manifest
    try {
      const address = `/api/runs/${encodeURIComponent(id)}/report?${queryOf(dial.current(), language)}`
      const response = await request(address, { signal: controller.signal })
      download(await response.blob(), fileName([id, "report"], "html"))
      setState(IDLE)
    } catch (error) {
      if (controller.signal.aborted) setState(IDLE)
      else setState({ is: "failed", why: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <span className="report-button">
      <Tooltip
        label={t("report.hint")}
        multiline
        w={280}
        withArrow
        events={{ hover: true, focus: true, touch: true }}
      >
        <Button
          size="compact-xs"
          variant="default"
          data-testid="report"
          aria-busy={state.is === "making"}
          onClick={() => state.is !== "making" && void make()}
        >
          {t(state.is === "making" ? "report.making" : "report.button")}
        </Button>
      </Tooltip>
      {state.is === "making" ? (
        <Button size="compact-xs" variant="subtle" onClick={() => state.controller.abort()}>
          {t("report.cancel")}
        </Button>
      ) : null}
      {state.is === "failed" ? (
        <span role="alert" className="save-failed">
          {t("report.failed", { why: state.why })}
        </span>
      ) : null}
    </span>
  )
}

/** The setting as the api's report takes it. */
export function queryOf(setting: Setting, language: string): string {
  const { tiers, tier, threshold, prevalence, definition, caps } = setting
  const query = new URLSearchParams({
    lang: language.startsWith("zh") ? "zh" : "en",
    threshold: String(threshold),
    tier,
    tiers: TIERS.map((one) => tiers[one]).join(","),
    automation: String(definition.automation),
    oversight: String(definition.oversight),
    days: String(definition.days),
  })
  if (prevalence !== undefined) query.set("prevalence", String(prevalence))
  for (const { kind, name, maxFpr } of caps) query.append("cap", `${kind}:${name}:${maxFpr}`)
  return query.toString()
}
