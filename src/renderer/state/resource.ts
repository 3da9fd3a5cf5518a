/** Something asked of the server by a key. A lost server leaves it waiting; it is asked again when found. */
import { useEffect, useState, useSyncExternalStore } from "react"
import { ServerLost } from "../api/client.ts"
import { connection } from "../api/connection.ts"

export type Resource<Value> =
  | { readonly state: "none" }
  | { readonly state: "loading"; readonly key: string }
  | { readonly state: "ready"; readonly key: string; readonly value: Value }
  | { readonly state: "failed"; readonly key: string; readonly message: string }

export function useResource<Value>(key: string | null, load: () => Promise<Value>): Resource<Value> {
  const recoveries = useSyncExternalStore(connection.subscribe, connection.recoveries)
  const [resource, setResource] = useState<Resource<Value>>({ state: "none" })

  // The key stands for what `load` asks for; a server found again is asked again.
  useEffect(() => {
    if (key === null) {
      setResource({ state: "none" })
      return
    }
    let wanted = true
    setResource((before) =>
      before.state === "ready" && before.key === key ? before : { state: "loading", key },
    )
    load().then(
      (value) => wanted && setResource({ state: "ready", key, value }),
      (error: unknown) => {
        if (!wanted || error instanceof ServerLost) return
        const message = error instanceof Error ? error.message : String(error)
        setResource({ state: "failed", key, message })
      },
    )
    return () => {
      wanted = false
    }
  }, [key, key !== null && resource.state === "loading" ? recoveries : 0])

  return resource.state !== "none" && resource.key !== key ? { state: "loading", key: key ?? "" } : resource
}
