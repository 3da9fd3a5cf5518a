/** A word whose meaning is told when it is pointed at or focused. */
import { Tooltip } from "@mantine/core"
import type { ReactNode } from "react"

interface MeaningProps {
  readonly of: string
  readonly children: ReactNode
}

export function Meaning({ of, children }: MeaningProps) {
  return (
    <Tooltip
      label={of}
      multiline
      w={300}
      withArrow
      openDelay={150}
      events={{ hover: true, focus: true, touch: true }}
    >
      <button type="button" className="meaning">
        {children}
      </button>
    </Tooltip>
  )
}
