/** Back to the setting before, and forth again; by button or by key. */
import { Button, Tooltip } from "@mantine/core"
import { useEffect, useSyncExternalStore } from "react"
import { useT } from "../../../i18n/index.ts"
import { type Dial, useDial } from "../../../state/dial.ts"

export function UndoRedo() {
  const dial = useDial()
  useEffect(() => {
    const press = (event: KeyboardEvent) => pressed(event, dial)
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [dial])
  return (
    <span className="undo">
      <Step of="undo" can={useSyncExternalStore(dial.onRest, dial.canUndo)} go={() => dial.undo()} />
      <Step of="redo" can={useSyncExternalStore(dial.onRest, dial.canRedo)} go={() => dial.redo()} />
    </span>
  )
}

interface StepProps {
  readonly of: "undo" | "redo"
  readonly can: boolean
  readonly go: () => void
}

const SIGN = { undo: "↶", redo: "↷" } as const

function Step({ of, can, go }: StepProps) {
  const t = useT()
  return (
    <Tooltip label={t(`undo.${of}Hint`)} withArrow events={{ hover: true, focus: true, touch: true }}>
      <Button
        size="compact-xs"
        variant="default"
        data-testid={of}
        {...(can ? {} : { "data-disabled": true, "aria-disabled": true })}
        onClick={() => can && go()}
      >
        <span aria-hidden="true">{SIGN[of]}</span>&nbsp;{t(`undo.${of}`)}
      </Button>
    </Tooltip>
  )
}

/** Whoever types has the field's own undo. */
function pressed(event: KeyboardEvent, dial: Dial): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
  const key = event.key.toLowerCase()
  if (key !== "z" && key !== "y") return
  event.preventDefault()
  if (key === "y" || event.shiftKey) dial.redo()
  else dial.undo()
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== "range")
