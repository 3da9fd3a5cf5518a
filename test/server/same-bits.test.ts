/** A run made through the api, as the browser and the window make it, is the run that the terminal makes. */
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { assemble } from "../../src/api/assemble.ts"
import type { RunEntry } from "../../src/api/contract.ts"
import { findPlaces } from "../../src/api/places.ts"
import { startServer } from "../../src/server/server.ts"

const goldenFile = fileURLToPath(new URL("../golden/runs.json", import.meta.url))

it("yields the golden digest through the server", async () => {
  const golden = JSON.parse(await readFile(goldenFile, "utf8"))
  const storeFolder = await mkdtemp(join(tmpdir(), "assay-same-bits-"))
  const parts = assemble({ places: { ...findPlaces(), storeFolder }, workers: 2 })
  const server = await startServer({ api: parts.api, rendererFolder: parts.places.rendererFolder, port: 0 })
  try {
    const origin = new URL(server.url).origin
    const headers = { authorization: `Bearer ${server.token}`, "content-type": "application/json" }
    const started = await fetch(`${origin}/api/jobs`, {
      method: "POST",
      headers,
      body: JSON.stringify({ scenario: "tiny" }),
    })
    expect(started.status).toBe(202)
    const { id } = (await started.json()) as { id: string }
    const events = await (await fetch(`${origin}/api/jobs/${id}/events`, { headers })).text()
    expect(events).toContain('"type":"done"')
    const runs = (await (await fetch(`${origin}/api/runs`, { headers })).json()) as RunEntry[]
    expect(runs.map(({ digest }) => digest)).toEqual([golden.tiny.digest])
  } finally {
    await Promise.all([parts.close(), server.close()])
    await rm(storeFolder, { recursive: true })
  }
})
