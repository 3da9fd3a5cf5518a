/** Keeps a fault in one view from blanking the page, and shows what it was. */
import { Alert } from "@mantine/core"
import { Component, type ReactNode } from "react"
import { useT } from "../i18n/index.ts"

interface State {
  readonly error: Error | null
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error ? <Fault error={this.state.error} /> : this.props.children
  }
}

function Fault({ error }: { readonly error: Error }) {
  const t = useT()
  return (
    <Alert color="red" title={t("state.fault")} m="md">
      <pre className="problems">{error.message}</pre>
    </Alert>
  )
}
