#!/usr/bin/env node
/** The terminal. Builds first when the sources changed; the rest is src/cli. */
import { ensureBuilt } from "../scripts/build.mjs"

try {
  await ensureBuilt()
} catch (error) {
  process.stderr.write(`assay: ${error.message}\n`)
  process.exit(2)
}
await import("../out/main/cli.js")
