/** Asks before another scenario takes the place of a draft with changes that were not saved. */
import { Button, Group, Modal } from "@mantine/core"
import { useT } from "../../i18n/index.ts"

interface LeaveDialogProps {
  /** What would be opened, in words. */
  readonly next: string
  readonly stay: () => void
  readonly leave: () => void
}

export function LeaveDialog({ next, stay, leave }: LeaveDialogProps) {
  const t = useT()
  return (
    <Modal
      opened
      onClose={stay}
      title={t("scenario.leave.title")}
      closeButtonProps={{ "aria-label": t("scenario.leave.stay") }}
      transitionProps={{ duration: 0 }}
    >
      <p>{t("scenario.leave.text", { next })}</p>
      <Group mt="md" justify="flex-end">
        <Button data-autofocus onClick={stay}>
          {t("scenario.leave.stay")}
        </Button>
        <Button variant="default" onClick={leave} data-testid="leave-discard">
          {t("scenario.leave.discard")}
        </Button>
      </Group>
    </Modal>
  )
}
