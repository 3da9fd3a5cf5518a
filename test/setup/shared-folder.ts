/** Before any test: a folder for what several test files use, such as tiny-run.ts; gone when all have run. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type {} from "vitest"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  interface ProvidedContext {
    /** Of this run of Vitest alone, for all of its projects. */
    sharedFolder: string
  }
}

/** Projects are set up by modules of their own, in one process. */
const FOLDER = "ASSAY_TESTS_FOLDER"

export default function setup(project: TestProject): () => void {
  process.env[FOLDER] ??= mkdtempSync(join(tmpdir(), "assay-tests-"))
  const folder = process.env[FOLDER]
  project.provide("sharedFolder", folder)
  return () => {
    delete process.env[FOLDER]
    rmSync(folder, { recursive: true, force: true })
  }
}
