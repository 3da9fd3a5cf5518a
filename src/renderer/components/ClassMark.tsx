/** AI-managed or authentic, told by shape, colour and a word for screen readers. */
import { VisuallyHidden } from "@mantine/core"
import type { ReactNode } from "react"
import { useT } from "../i18n/index.ts"

interface ClassMarkProps {
  readonly managed: boolean
  readonly children: ReactNode
}

export function ClassMark({ managed, children }: ClassMarkProps) {
  const t = useT()
  const told = t(managed ? "class.managed" : "class.authentic")
  return (
    <span className="class-mark">
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        {managed ? (
          <rect x="1" y="1" width="8" height="8" className="mark-managed" />
        ) : (
          <circle cx="5" cy="5" r="3.6" className="mark-authentic" />
        )}
      </svg>
      <span className="class-mark-name">{children}</span>
      <VisuallyHidden> ({told})</VisuallyHidden>
    </span>
  )
}
