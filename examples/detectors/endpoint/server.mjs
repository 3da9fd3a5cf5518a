/**
 * A detector behind HTTP, in Node's standard library alone: GET describes it, POST judges a batch of accounts.
 *
 *   node server.mjs 8080
 *   assay conform http://127.0.0.1:8080/
 *   assay run quickstart --detector http://127.0.0.1:8080/
 *
 * It holds accounts against one another by what they reply with: replies within a minute of publication, again and again.
 */
import { createServer } from "node:http"
import { text } from "node:stream/consumers"

const DESCRIPTION = {
  type: "detector",
  protocol: 1,
  id: "quick-replies",
  layer: "behaviour",
  title: "Quick replies",
  version: 1,
  reads: ["interactions.kind", "interactions.latency"],
  features: [
    { id: "quick", title: "Share of comments and replies within a minute of publication", unit: "share" },
  ],
}
/** Seconds. */
const QUICK = 60
/** Fewer replies say nothing. */
const FEWEST = 5

function judge({ interactions }) {
  const latencies = interactions
    .filter(({ kind, latency }) => (kind === "comment" || kind === "reply") && latency !== null)
    .map(({ latency }) => latency)
  if (latencies.length < FEWEST) return { score: null, features: [null], reasons: [] }
  const quick = latencies.filter((latency) => latency <= QUICK).length
  const share = quick / latencies.length
  const text = `answered within ${QUICK} s of publication ${quick} times of ${latencies.length}`
  return { score: share, features: [share], reasons: quick > 0 ? [{ text, weight: share }] : [] }
}

async function answer(request) {
  if (request.method === "GET") return DESCRIPTION
  const { batch, accounts } = JSON.parse(await text(request))
  const judged = accounts.map(judge)
  return {
    type: "scores",
    batch,
    scores: judged.map(({ score }) => score),
    features: judged.map(({ features }) => features),
    reasons: judged.map(({ reasons }) => reasons),
  }
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.setHeader("content-type", "application/json").end(JSON.stringify(body)),
    (error) => response.writeHead(400).end(error.message),
  )
})
server.listen(Number(process.argv[2] ?? 8080), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/`)
})
