/** Asks before a file is replaced that this editor did not write: another name, or replace it. */
import { Alert, Button, Group, Modal, TextInput } from "@mantine/core"
import { useState } from "react"
import { useT } from "../../i18n/index.ts"

interface SaveDialogProps {
  /** The name that is taken. */
  readonly name: string
  readonly suggestion: string
  /** What the server said of an attempt. */
  readonly message: string | null
  readonly replace: () => void
  readonly saveAs: (name: string) => void
  readonly close: () => void
}

export function SaveDialog({ name, suggestion, message, replace, saveAs, close }: SaveDialogProps) {
  const t = useT()
  const [other, setOther] = useState(suggestion)
  return (
    <Modal
      opened
      onClose={close}
      title={t("scenario.save.taken", { name })}
      closeButtonProps={{ "aria-label": t("scenario.save.cancel") }}
      transitionProps={{ duration: 0 }}
    >
      {message === null ? null : (
        <Alert color="red" mb="sm">
          <pre className="problems">{message}</pre>
        </Alert>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (other.trim() !== "") saveAs(other.trim())
        }}
      >
        <TextInput
          data-autofocus
          label={t("scenario.save.otherName")}
          description={t("scenario.save.otherNameHelp")}
          value={other}
          maxLength={60}
          data-testid="save-name"
          onChange={(event) => setOther(event.currentTarget.value)}
        />
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("scenario.save.cancel")}
          </Button>
          <Button variant="default" onClick={replace} data-testid="save-replace">
            {t("scenario.save.replace", { name })}
          </Button>
          <Button type="submit">{t("scenario.save.saveAs")}</Button>
        </Group>
      </form>
    </Modal>
  )
}
