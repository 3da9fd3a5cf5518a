import { availableParallelism } from "node:os"
import { configDefaults, defineConfig } from "vitest/config"
import { codeDigestsPlugin } from "./scripts/code-digests.ts"
import { LongestFirst } from "./test/setup/longest-first.ts"

// However the tests were started, commands are told as they are typed where Assay is installed.
const env = { npm_command: "" }

// The engine's tests and the end-to-end tests run what was built, so every run starts by making sure of it.
const globalSetup = ["test/setup/build.ts", "test/setup/shared-folder.ts"]

/** A poll ends as soon as it is met; a second, as it is untold, is too short on a busy machine. */
const PATIENT = { poll: { timeout: 20_000 } }

export default defineConfig({
  test: {
    reporters: process.env.CI
      ? ["default", ["json", { outputFile: "test-results/vitest.json" }]]
      : ["default"],
    // One more than there are cores: a test that waits, for a process to end or for a page, leaves its core to another.
    maxWorkers: availableParallelism() + 1,
    sequence: process.env.CI ? { sequencer: LongestFirst } : {},
    projects: [
      {
        plugins: [codeDigestsPlugin()],
        test: {
          name: "unit",
          env,
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, "test/e2e/**"],
          globalSetup,
          // What the files of a worker import is compiled once, and stays warm: they took half as long again without.
          isolate: false,
          // Files run side by side, and some start programs that use all cores: a busy machine is no failure.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: PATIENT,
        },
      },
      {
        plugins: [codeDigestsPlugin()],
        test: {
          name: "e2e",
          env,
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: [...globalSetup, "test/setup/chromium.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: PATIENT,
          // The files that a worker runs share its browser.
          isolate: false,
          // After all else: a browser and a server for each file keep the cores busy.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
