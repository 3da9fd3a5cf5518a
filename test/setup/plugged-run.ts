/** The run of `tiny` as if a plug-in had judged it, too, and another one had failed: nothing is run for it. */
import type { Run } from "../../src/core/run.ts"
import { openStore } from "../../src/store/store.ts"

export const PLUGGED = "plugged-0123456789ab"

/** Puts it beside the run of `tiny` that is in the store, as an older one. */
export async function putPluggedRun(folder: string): Promise<void> {
  const store = openStore(folder)
  const [tiny] = await store.list()
  await store.write(plugged(await store.read(tiny!.id)))
}

function plugged(run: Run): Run {
  const { manifest, columns, features, learning } = run
  const score = columns.scores["writing-style"]!
  const plugin = {
    kind: "module" as const,
    source: "module ./late-replies.ts",
    digest: "ab".repeat(32),
    features: [{ id: "lateShare", title: "Late replies", unit: "share" }],
  }
  const summary = { ...manifest.detectors.find(({ id }) => id === "writing-style")!, plugin }
  return {
    manifest: {
      ...manifest,
      id: PLUGGED,
      name: "plugged",
      digest: manifest.digest.replace(/^.{12}/, "0123456789ab"),
      createdAt: "2026-03-02T00:00:00.000Z",
      detectors: [
        ...manifest.detectors,
        { ...summary, id: "late-replies", title: "Replies late", version: 1 },
      ],
      failures: [{ detector: "module ./hangs.ts", message: "took more than 30 s" }],
    },
    columns: { ...columns, scores: { ...columns.scores, "late-replies": score } },
    features: { ...features, "late-replies": { lateShare: score } },
    pairs: run.pairs,
    reasons: {
      "late-replies": {
        account: Uint32Array.from(score.keys()),
        weight: score.map((value) => value || 0),
        text: Array.from(score, (_, account) => `account ${account} replies late at night`),
      },
    },
    learning: learning && {
      ...learning,
      scores: { ...learning.scores, "late-replies": learning.scores["writing-style"]! },
    },
  }
}
