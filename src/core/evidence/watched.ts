/** Evidence that opens no more than a detector declares, so that what it reads is what it says. */
import type { Evidence, EvidenceField } from "./evidence.ts"

/** Columns that a field of evidence opens, by part; those of structure are open to everybody. */
const OPENED: Readonly<Record<EvidenceField, readonly string[]>> = {
  profiles: [
    "profiles.ageDays",
    "profiles.followers",
    "profiles.following",
    "profiles.verified",
    "profiles.language",
  ],
  "posts.time": ["posts.time"],
  "posts.text": ["posts.tokenOffset", "posts.tokens"],
  "posts.style": ["posts.style"],
  "posts.media": ["posts.media"],
  "interactions.time": ["interactions.time"],
  "interactions.kind": ["interactions.kind"],
  "interactions.object": ["interactions.object"],
  "interactions.target": ["interactions.target"],
  "interactions.latency": ["interactions.latency"],
  follows: ["follows.target"],
  reports: ["reports.time", "reports.reporter", "reports.reporterDecided", "reports.reporterUpheld"],
}
const STRUCTURE = ["offset", "firstPost", "firstInteraction"]

/** The same evidence, which throws when a column is read that `reads` does not open. */
export function watched(evidence: Evidence, reads: readonly EvidenceField[]): Evidence {
  const open = new Set(reads.flatMap((field) => OPENED[field]))
  const parts = new Set([...open].map((column) => column.split(".")[0]))
  const guard = <Part extends object>(part: Part, name: string) =>
    new Proxy(part, {
      get(target, column) {
        const path = `${name}.${String(column)}`
        if (typeof column === "string" && !STRUCTURE.includes(column) && !open.has(path)) {
          throw new Error(`reads ${path}, which its reads (${reads.join(", ")}) do not open`)
        }
        return Reflect.get(target, column)
      },
    })
  return new Proxy(evidence, {
    get(target, name) {
      const part = Reflect.get(target, name)
      if (typeof name !== "string" || typeof part !== "object" || part === null) return part
      if (!parts.has(name))
        throw new Error(`reads ${name}, which its reads (${reads.join(", ")}) do not open`)
      return guard(part, name)
    },
  })
}
