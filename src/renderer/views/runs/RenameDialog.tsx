/** Asks what a run is to be called. */
import { Button, Modal, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import type { RunEntry } from "../../../api/contract.ts"
import { api } from "../../api/client.ts"
import { useT } from "../../i18n/index.ts"
import { runName } from "../../names.ts"
import { refreshLibrary } from "../../state/library.ts"

/** Characters; the store's own limit. */
const LONGEST = 80

interface RenameDialogProps {
  readonly run: RunEntry
  readonly close: () => void
}

export function RenameDialog({ run, close }: RenameDialogProps) {
  const t = useT()
  const [text, setText] = useState(run.title ?? "")
  const [state, setState] = useState<{ saving: boolean; failure: string | null }>({
    saving: false,
    failure: null,
  })

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setState({ saving: true, failure: null })
    try {
      await api.renameRun(run.id, text.trim() === "" ? null : text)
      await refreshLibrary()
      close()
    } catch (error) {
      setState({ saving: false, failure: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <Modal
      opened
      onClose={close}
      title={t("runs.renameTitle", { run: runName(run) })}
      closeButtonProps={{ "aria-label": t("runs.cancel") }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={(event) => void save(event)} data-testid="rename">
        <TextInput
          label={t("runs.renameLabel")}
          description={t("runs.renameHelp", { most: LONGEST })}
          placeholder={run.name}
          value={text}
          maxLength={LONGEST}
          error={state.failure}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className="runs-dialog-ends">
          <Button variant="default" onClick={close}>
            {t("runs.cancel")}
          </Button>
          <Button type="submit" loading={state.saving}>
            {t("runs.save")}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
