/** A run without some of its detectors, learned again by a real worker thread. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { DataError, UsageError } from "../../src/core/errors.ts"
import { createScoreIndex, rocAuc } from "../../src/core/evaluation/index.ts"
import { labelAccounts } from "../../src/core/policy/definition.ts"
import type { Run } from "../../src/core/run.ts"
import { riskWithout } from "../../src/core/switch-off.ts"
import { whyReport } from "../../src/core/why.ts"
import { switchOff } from "../../src/engine/switch-off.ts"
import { openStore } from "../../src/store/store.ts"
import { putTinyRun } from "../setup/tiny-run.ts"

const workerFile = pathToFileURL(join(import.meta.dirname, "../../out/main/worker.js"))

describe("a run without some of its detectors", () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-off-"))
  let run: Run
  beforeAll(async () => {
    const { run: written } = await putTinyRun(folder)
    run = await openStore(folder).read(basename(written))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it("has the run's own risks when none is off", () => {
    expect(riskWithout(run, [])).toEqual(run.columns.risk)
  })

  it("loses the area that the ablation says the detector adds, and is told alike by a worker", async () => {
    const label = labelAccounts(run.columns.truth, run.manifest.scenario.definition)
    const { full, detectors } = whyReport(run, { draws: 2 }).ablation!
    for (const { id, added } of detectors.slice(0, 4)) {
      const area = rocAuc(createScoreIndex(riskWithout(run, [id]), label))
      expect(area, id).toBeCloseTo(full.auc.value - added.auc.value, 12)
    }
    expect(await switchOff(run, ["co-action"], { workerFile })).toEqual(riskWithout(run, ["co-action"]))
  })

  it("is refused for a detector that the run has not, for all of them, and where nothing is kept to learn from", () => {
    const all = run.manifest.detectors.map(({ id }) => id)
    expect(() => riskWithout(run, ["shoe-size"])).toThrow(UsageError)
    expect(() => riskWithout(run, ["shoe-size"])).toThrow(/off must be detectors of tiny-.*got "shoe-size"/)
    expect(() => riskWithout(run, all)).toThrow(/must leave a detector .* on, got all of them/)
    const { learning: _, ...older } = run
    expect(() => riskWithout(older, ["co-action"])).toThrow(DataError)
    expect(() => riskWithout(older, ["co-action"])).toThrow(/run its scenario again/)
  })
})
