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

/** A program that counts posts; what it logs goes to stderr. */
export const COUNTS_POSTS = `
const description = {
  type: "detector", protocol: 1, id: "post-count", layer: "behaviour", title: "Posts", version: 1,
  reads: ["posts.time"], features: [{ id: "posts", title: "Posts", unit: "count" }],
}
const judge = ({ batch, accounts }) => ({
  type: "scores", batch,
  scores: accounts.map(({ posts }) => Math.min(1, posts.length / 10)),
  features: accounts.map(({ posts }) => [posts.length]),
  reasons: accounts.map(({ posts }) => posts.length > 4 ? [{ text: posts.length + " posts", weight: 0.5 }] : []),
})
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const message = JSON.parse(line)
  if (message.type === "hello") console.error("ready \\u001b[31mred")
  else for (const _ of message.accounts) console.error("counting")
  console.log(JSON.stringify(message.type === "hello" ? description : judge(message)))
})
`
