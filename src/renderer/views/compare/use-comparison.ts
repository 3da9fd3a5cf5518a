/** The comparison of two sides: asked of the server, called off when another one is wanted or the view is left. */
import { useEffect, useState } from "react"
import type { Comparison, ComparisonRequest } from "../../../api/contract.ts"
import { api, ServerLost } from "../../api/client.ts"
import { connection } from "../../api/connection.ts"

export interface Asked {
  /** The last comparison that was made; it stays on the screen while the next one is. */
  readonly comparison: Comparison | null
  /** What it is a comparison of. */
  readonly of: ComparisonRequest | null
  readonly isCurrent: boolean
  readonly failure: string | null
  readonly retry: () => void
}

/** `request` null while there is nothing to compare. */
export function useComparison(request: ComparisonRequest | null): Asked {
  const key = request === null ? null : JSON.stringify(request)
  const [made, setMade] = useState<{ key: string; comparison: Comparison } | null>(null)
  const [failed, setFailed] = useState<{ key: string; message: string } | null>(null)
  const [attempt, setAttempt] = useState(0)

  // The key stands for the request.
  useEffect(() => {
    if (key === null) return
    const controller = new AbortController()
    let waiting = false
    async function ask(asked: string): Promise<void> {
      waiting = false
      try {
        const comparison = await api.comparison(JSON.parse(asked) as ComparisonRequest, controller.signal)
        if (!controller.signal.aborted) setMade({ key: asked, comparison })
      } catch (error) {
        if (controller.signal.aborted) return
        if (error instanceof ServerLost) waiting = true
        else setFailed({ key: asked, message: error instanceof Error ? error.message : String(error) })
      }
    }
    setFailed(null)
    void ask(key)
    const unsubscribe = connection.subscribe(() => {
      if (waiting && !connection.isLost()) void ask(key)
    })
    return () => {
      controller.abort()
      unsubscribe()
    }
  }, [key, attempt])

  return {
    comparison: made?.comparison ?? null,
    of: made === null ? null : (JSON.parse(made.key) as ComparisonRequest),
    isCurrent: made !== null && made.key === key,
    failure: failed !== null && failed.key === key ? failed.message : null,
    retry: () => setAttempt((before) => before + 1),
  }
}
