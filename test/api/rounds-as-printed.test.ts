/** The window plays the rounds that the terminal prints: the same figures on the same seed, bit for bit. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { assemble } from "../../src/api/assemble.ts"
import { findPlaces } from "../../src/api/places.ts"
import type { RoundsReport } from "../../src/core/rounds/index.ts"
import { assayJson } from "../cli/warm.ts"
import { putTinyRun } from "../setup/tiny-run.ts"

const store = mkdtempSync(join(tmpdir(), "assay-rounds-"))
afterAll(() => rmSync(store, { recursive: true, force: true }))

describe("rounds", () => {
  it("are those that the terminal prints of the run's scenario", async () => {
    const { run } = await putTinyRun(store)
    const parts = assemble({ places: { ...findPlaces(), storeFolder: store }, workers: 2 })
    try {
      const settings = { strategy: "churn", rounds: 2, seeds: 1, retrainEvery: null, budget: 3 }
      const body = JSON.stringify({ run: run.split("/").at(-1), ...settings })
      const headers = { "content-type": "application/json" }
      const asked = await parts.api.fetch(
        new Request("http://assay.test/api/rounds", { method: "POST", headers, body }),
      )
      const { id } = (await asked.json()) as { id: string }
      const answer = await parts.api.fetch(new Request(`http://assay.test/api/rounds/${id}`))
      const played = (await answer.json()) as RoundsReport
      expect(played.settings).toMatchObject(settings)
      const options = "--strategy churn --rounds 2 --seeds 1 --retrain never --budget 3".split(" ")
      expect(played).toEqual(await assayJson(store, "rounds", "tiny", ...options, "--json"))
    } finally {
      await parts.close()
    }
  })
})
