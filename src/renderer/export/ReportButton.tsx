/** Saves what is looked at as one HTML page. The server makes it, which may take some seconds and can be called off. */
import { Button, Tooltip } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import { useT } from "../i18n/index.ts"
import { download, fileName } from "./download.ts"
import "./save.css"

interface ReportButtonProps {
  /** What is in the page, in a sentence or two. */
  readonly hint: string
  /** Begins the file's name. */
  readonly stem: readonly string[]
  /** Asks the server, by what is set when the button is pressed. */
  readonly ask: (signal: AbortSignal) => Promise<Response>
}

type State =
  | { readonly is: "idle" }
  | { readonly is: "making"; readonly controller: AbortController }
  | { readonly is: "failed"; readonly why: string }

const IDLE: State = { is: "idle" }

export function ReportButton({ hint, stem, ask }: ReportButtonProps) {
  const t = useT()
  const [state, setState] = useState<State>(IDLE)
  const latest = useRef(state)
  latest.current = state
  // Nobody waits for it in another view.
  useEffect(() => () => void (latest.current.is === "making" && latest.current.controller.abort()), [])

  async function make(): Promise<void> {
    const controller = new AbortController()
    setState({ is: "making", controller })
    try {
      const response = await ask(controller.signal)
      download(await response.blob(), fileName(stem, "html"))
      setState(IDLE)
    } catch (error) {
      if (controller.signal.aborted) setState(IDLE)
      else setState({ is: "failed", why: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <span className="report-button">
      <Tooltip label={hint} multiline w={280} withArrow events={{ hover: true, focus: true, touch: true }}>
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
