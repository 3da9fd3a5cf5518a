/** Plug-ins that tests of the terminal write, and a small scenario to run them on. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"

/** Accounts that follow more than follow them. `score`: the body of the detector's own function. */
export const followsMany = (id: string, score = "1 - 1 / (1 + row[0])") => `
export default {
  id: "${id}",
  layer: "network",
  title: "Follows many",
  version: 2,
  reads: ["profiles"],
  features: [{ id: "ratio", title: "Followed per follower", unit: "" }],
  observe({ profiles, accountCount }: any, columns: any) {
    for (let i = 0; i < accountCount; i++) columns.ratio[i] = profiles.following[i] / (1 + profiles.followers[i])
  },
  score: (row: number[]) => ${score},
  reasons: (row: number[]) =>
    row[0] > 1 ? [{ id: "many", values: {}, text: "follows more accounts than follow it", weight: 0.5 }] : [],
}
`

export const THROWS = '{ throw new Error("no idea") }'

/** Two built-in detectors over accounts of one week. */
export const small = (name: string, plugins = "") => `
name: ${name}
accounts: 200
days: 7
prevalence: 0.2
detectors:
  use: [posting-rhythm, report-reliability]
${plugins}
fusion: { learning: { accounts: 1000, prevalence: 0.2 } }
`

export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}
