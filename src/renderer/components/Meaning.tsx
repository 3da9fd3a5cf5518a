/** A word whose meaning is told when it is pointed at or focused. */
import { Tooltip } from "@mantine/core"
import type { ReactNode } from "react"

interface MeaningProps {
  readonly of: string
  readonly children: ReactNode
  /** -1 in a grid, where one stop is enough for all rows. */
  readonly tabIndex?: 0 | -1
}

export function Meaning({ of, children, tabIndex = 0 }: MeaningProps) {
  return (
    <Tooltip
      label={of}
      multiline
      w={300}
      withArrow
      openDelay={150}
      events={{ hover: true, focus: true, touch: true }}
    >
      <button type="button" className="meaning" tabIndex={tabIndex}>
        {children}
      </button>
    </Tooltip>
  )
}
