/** A titled box with its controls at the right of the title. */
import { Paper } from "@mantine/core"
import { type ReactNode, useId } from "react"
import { Meaning } from "./Meaning.tsx"

interface PanelProps {
  readonly title: string
  readonly meaning: string
  readonly controls?: ReactNode
  readonly className?: string
  /** For a panel that is jumped to; it can have the focus, then. */
  readonly id?: string
  readonly children: ReactNode
}

export function Panel({ title, meaning, controls, className, id, children }: PanelProps) {
  const heading = useId()
  return (
    <Paper
      withBorder
      component="section"
      aria-labelledby={heading}
      className={`panel ${className ?? ""}`}
      {...(id === undefined ? {} : { id, tabIndex: -1 })}
    >
      <div className="panel-head">
        <h2 id={heading}>
          <Meaning of={meaning}>{title}</Meaning>
        </h2>
        {controls ? <div className="panel-controls">{controls}</div> : null}
      </div>
      {children}
    </Paper>
  )
}
