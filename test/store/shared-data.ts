/** Real logs that may lie beside the repository; tests that need one are skipped without it. */
import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { test } from "vitest"

const FOLDER = resolve(import.meta.dirname, "../../../shared/data")

/** The path of a real log. */
export const sharedFile = (name: string) => resolve(FOLDER, name)

/** A test on a real log; its title says when it is skipped. */
export function testOnLog(file: string, title: string, body: (path: string) => Promise<void>) {
  const path = sharedFile(file)
  if (existsSync(path)) test(title, () => body(path))
  else test.skip(`${title} (skipped: ${file} is not there)`, () => {})
}
