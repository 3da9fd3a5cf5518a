/** A fresh folder for each test, removed afterwards. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"

export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-store-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes a file into a fresh folder and returns its path. */
export function freshFile(name: string, content: string | Uint8Array): string {
  const path = join(freshFolder(), name)
  writeFileSync(path, content)
  return path
}
