/** A search that is begun by a button: how far it is, how it ended without an answer, and the button. */
import { Alert, Button } from "@mantine/core"
import { KeepsFocus } from "../../components/KeepsFocus.tsx"
import { SearchProgress } from "./SearchProgress.tsx"

interface AskingProps {
  readonly standing:
    | { readonly state: "none" | "cancelled" | "found" }
    | { readonly state: "working"; readonly done: number; readonly remainingSeconds: number | null }
    | { readonly state: "failed"; readonly message: string }
  readonly cancel: () => void
  /** null while it cannot be asked. */
  readonly ask: (() => void) | null
  readonly words: Readonly<Record<"ask" | "working" | "cancelled" | "failed", string>>
  /** The button's. */
  readonly testId: string
  readonly progressTestId: string
}

export function Asking({ standing, cancel, ask, words, testId, progressTestId }: AskingProps) {
  return (
    <KeepsFocus>
      {standing.state === "working" ? (
        <SearchProgress title={words.working} standing={standing} cancel={cancel} testId={progressTestId} />
      ) : (
        <Button
          size="xs"
          className="asks"
          disabled={ask === null}
          onClick={() => ask?.()}
          data-testid={testId}
        >
          {words.ask}
        </Button>
      )}
      {standing.state === "cancelled" ? <p className="facts">{words.cancelled}</p> : null}
      {standing.state === "failed" ? (
        <Alert color="red" title={words.failed}>
          {standing.message}
        </Alert>
      ) : null}
    </KeepsFocus>
  )
}
