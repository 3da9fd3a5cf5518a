/** Before any test: a folder for what several test files use, such as tiny-run.ts; gone when all have run. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type {} from "vitest"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  interface ProvidedContext {
    /** Of this run of Vitest and this project alone. */
    sharedFolder: string
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "assay-tests-"))
  project.provide("sharedFolder", folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
