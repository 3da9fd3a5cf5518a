/**
 * A titled box with its controls at the right of the title. Charts and tables within, as far as they announce
 * themselves, can be saved from a menu there.
 */
import { Paper } from "@mantine/core"
import { createContext, type ReactNode, useContext, useId } from "react"
import { SaveMenu } from "../export/SaveMenu.tsx"
import { CollectorContext, useCollector } from "../export/savables.ts"
import { Meaning } from "./Meaning.tsx"

/** Why a panel's content is not of the present setting, or null. Nothing can be saved of one that is not. */
export const OutdatedContext = createContext<string | null>(null)

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
  const { savables, collector } = useCollector()
  const outdated = useContext(OutdatedContext)
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
        <div className="panel-controls">
          {controls}
          {outdated === null ? null : <span className="panel-outdated">{outdated}</span>}
          {savables.length > 0 && outdated === null ? <SaveMenu name={title} savables={savables} /> : null}
        </div>
      </div>
      <CollectorContext value={collector}>{children}</CollectorContext>
    </Paper>
  )
}
