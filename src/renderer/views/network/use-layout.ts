/** The places of a graph's accounts, from the worker; the few laid out last are kept. */
import { useEffect, useState } from "react"
import type { NetworkGraph } from "../../../api/contract.ts"
import type { LayoutInput } from "./layout.ts"
import type { LayoutNews } from "./layout-worker.ts"

/** By graph; gone with it. */
const finished = new WeakMap<NetworkGraph, LayoutNews>()

function inputOf({ community, edges }: NetworkGraph): LayoutInput {
  return {
    community: Uint32Array.from(community),
    from: Uint32Array.from(edges.from),
    to: Uint32Array.from(edges.to),
    weight: Float32Array.from(edges.weight),
  }
}

export type LayoutState = LayoutNews | { readonly failed: true }

/** null until the worker has answered for this graph. */
export function useLayout(graph: NetworkGraph): LayoutState | null {
  const [state, setState] = useState<{ graph: NetworkGraph; layout: LayoutState } | null>(null)
  useEffect(() => {
    if (finished.has(graph)) return
    const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" })
    worker.onmessage = ({ data }: MessageEvent<LayoutNews>) => {
      if (data.done === 1) finished.set(graph, data)
      setState({ graph, layout: data })
    }
    worker.onerror = () => setState({ graph, layout: { failed: true } })
    worker.postMessage(inputOf(graph))
    return () => worker.terminate()
  }, [graph])
  return finished.get(graph) ?? (state?.graph === graph ? state.layout : null)
}
