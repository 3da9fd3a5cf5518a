/** Asks for a graph; where follows have to be generated again, tells how far that is. */
import type { NetworkGraph, ReportEvent } from "../../../api/contract.ts"
import { api, ServerLost } from "../../api/client.ts"
import { readEvents } from "../../api/events.ts"

export type GraphProgress = Extract<ReportEvent, { type: "progress" }>

export async function loadGraph(
  run: string,
  query: string,
  tell: (progress: GraphProgress | null) => void,
): Promise<NetworkGraph> {
  if (new URLSearchParams(query).get("edges")?.includes("follow")) {
    tell(null)
    const { body } = await api.graphEvents(run, query)
    if (!body) throw new ServerLost()
    for await (const event of readEvents<ReportEvent>(body)) {
      if (event.type === "progress") tell(event)
      // Asking for it would begin it anew.
      if (event.type === "cancelled") throw new Error("cancelled")
    }
  }
  return api.graph(run, query)
}
