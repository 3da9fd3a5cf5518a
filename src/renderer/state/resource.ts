/** Something asked of the server by a key. A lost server leaves it waiting; it is asked again when found. */
import { useEffect, useState } from "react"
import type { Failure } from "../../api/contract.ts"
import { asFailure } from "../api/client.ts"
import { connection } from "../api/connection.ts"

export type Resource<Value> =
  | { readonly state: "none" }
  | { readonly state: "loading"; readonly key: string }
  | { readonly state: "ready"; readonly key: string; readonly value: Value }
  | { readonly state: "failed"; readonly key: string; readonly failure: Failure }

export function useResource<Value>(key: string | null, load: () => Promise<Value>): Resource<Value> {
  const [resource, setResource] = useState<Resource<Value>>({ state: "none" })

  // The key stands for what `load` asks for.
  useEffect(() => {
    if (key === null) {
      setResource({ state: "none" })
      return
    }
    let wanted = true
    let waiting = false
    function ask(named: string): void {
      waiting = false
      load().then(
        (value) => wanted && setResource({ state: "ready", key: named, value }),
        (error: unknown) => {
          if (!wanted) return
          const failure = asFailure(error)
          if (failure) setResource({ state: "failed", key: named, failure })
          else waiting = true
        },
      )
    }
    setResource({ state: "loading", key })
    ask(key)
    const unsubscribe = connection.subscribe(() => {
      if (waiting && !connection.isLost()) ask(key)
    })
    return () => {
      wanted = false
      unsubscribe()
    }
  }, [key])

  if (key === null) return { state: "none" }
  // Between another key and its effect, what is known is of the key before.
  return resource.state === "none" || resource.key !== key ? { state: "loading", key } : resource
}
