/** A switch whose meaning is told when it is pointed at or focused. */
import { Switch, Tooltip } from "@mantine/core"

interface ExplainedSwitchProps {
  readonly label: string
  readonly meaning: string
  readonly on: boolean
  readonly turn: (on: boolean) => void
}

export function ExplainedSwitch({ label, meaning, on, turn }: ExplainedSwitchProps) {
  return (
    <Tooltip
      label={meaning}
      multiline
      w={280}
      withArrow
      openDelay={150}
      refProp="rootRef"
      events={{ hover: true, focus: true, touch: true }}
    >
      <Switch size="xs" label={label} checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
    </Tooltip>
  )
}
