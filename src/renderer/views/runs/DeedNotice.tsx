/** What was last done to a run: a deletion with its Undo, an export under way, or what went wrong. */
import { Alert, Button, Loader } from "@mantine/core"
import { useEffect, useRef } from "react"
import { useT } from "../../i18n/index.ts"
import { useStore } from "../../state/store.ts"
import { deed, forgetDeed, restoreRun } from "./run-actions.ts"

export function DeedNotice() {
  const t = useT()
  const current = useStore(deed)
  const undo = useRef<HTMLButtonElement>(null)
  // The row that had the focus is gone; the way back has it now.
  useEffect(() => {
    if (current.is === "deleted") undo.current?.focus()
  }, [current])
  // It stays until something else is done or the view is left.
  useEffect(() => forgetDeed, [])

  if (current.is === "failed")
    return (
      <Alert
        color="red"
        title={t("runs.failed")}
        withCloseButton
        closeButtonLabel={t("job.dismiss")}
        onClose={forgetDeed}
        role="alert"
        data-testid="deed-failed"
      >
        <pre className="problems">{current.why}</pre>
      </Alert>
    )
  return (
    <div className="runs-deed" role="status" data-testid="deed">
      {current.is === "deleted" ? (
        <>
          <span>{t("runs.deleted", { run: current.name })}</span>
          <Button
            ref={undo}
            size="xs"
            variant="default"
            onClick={() => void restoreRun(current.token, current.name, current.wasOpen)}
          >
            {t("runs.undo")}
          </Button>
        </>
      ) : null}
      {current.is === "restored" ? <span>{t("runs.restored", { run: current.name })}</span> : null}
      {current.is === "exporting" ? (
        <>
          <Loader size="xs" aria-hidden="true" />
          <span>{t("runs.exporting", { file: current.file })}</span>
          <Button size="xs" variant="default" onClick={forgetDeed}>
            {t("runs.cancel")}
          </Button>
        </>
      ) : null}
    </div>
  )
}
