/** Starts a file of tests as a process of its own; it is bundled first, as Node does not read TypeScript. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { build } from "vite"

const ROOT = resolve(import.meta.dirname, "../..")

export interface Writer {
  start(args: readonly string[], limits?: string): ChildProcess
  remove(): void
}

export async function bundleWriter(file = "writer.ts"): Promise<Writer> {
  // Inside node_modules, so that the bundle finds the packages it leaves outside.
  mkdirSync(join(ROOT, "node_modules/.cache"), { recursive: true })
  const folder = mkdtempSync(join(ROOT, "node_modules/.cache/store-writer-"))
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: join(import.meta.dirname, file),
      outDir: folder,
      target: "node20",
      rollupOptions: { output: { format: "es", entryFileNames: "writer.mjs" } },
    },
  })
  return {
    /** `limits` is a line of shell that runs before the writer. */
    start(args, limits = ":") {
      const script = `${limits}; exec "$0" "$@"`
      return spawn("sh", ["-c", script, process.execPath, join(folder, "writer.mjs"), ...args], {
        stdio: ["ignore", "pipe", "inherit"],
      })
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
