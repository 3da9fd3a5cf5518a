/** Something that failed: what happened, what is safe, and what can be done about it. */
import { Alert } from "@mantine/core"
import type { ReactNode } from "react"
import type { Failure } from "../../api/contract.ts"
import { useT } from "../i18n/index.ts"
import "./failed.css"

/** Failures that are told in the page's own words besides the server's. */
const EXPLAINED = [
  "DiskFullError",
  "PermissionError",
  "DamagedRunError",
  "WorkerError",
  "OutOfMemoryError",
] as const

interface FailedProps {
  readonly title: string
  readonly failure: Failure
  /** Said of a failure that is not explained by its kind. */
  readonly help?: string
  readonly testId?: string
  readonly className?: string
  readonly onClose?: () => void
  /** The ways on. */
  readonly children?: ReactNode
}

export function Failed({ title, failure, help, testId, className, onClose, children }: FailedProps) {
  const t = useT()
  const kind = EXPLAINED.find((known) => known === failure.kind)
  const closing = onClose && { withCloseButton: true, closeButtonLabel: t("job.dismiss"), onClose }
  return (
    <Alert
      color="red"
      title={kind ? t("failure.title", { title, what: t(`failure.${kind}`) }) : title}
      className={`failed ${className ?? ""}`}
      data-testid={testId}
      data-kind={failure.kind}
      {...closing}
    >
      <pre className="problems">{failure.message}</pre>
      {kind ? (
        <>
          <p>{t(`failure.${kind}.safe`)}</p>
          <p>{t(`failure.${kind}.todo`)}</p>
        </>
      ) : help ? (
        <p>{help}</p>
      ) : null}
      {children ? <div className="ways-on">{children}</div> : null}
    </Alert>
  )
}
