/** assay serve: the workbench in a browser. */
import type { Command } from "commander"
import { serveWorkbench } from "../../server/serve.ts"
import { wholeNumber } from "../context.ts"

interface Options {
  readonly port: number
  readonly workers?: number
  readonly store?: string
  readonly open: boolean
  readonly firstRun: boolean
}

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("Serve the workbench to a browser on this machine; Ctrl-C ends it.")
    .option("--port <n>", "0 takes any free one", wholeNumber("--port", 0, 65_535), 0)
    .option("--workers <n>", "worker threads", wholeNumber("--workers", 1, 256))
    .option("--store <folder>", "where runs are kept (default: ASSAY_STORE, or ./runs)")
    .option("--no-open", "do not open a browser")
    .option("--no-first-run", "do not simulate the quickstart when there is no run of it yet")
    .action(serve)
}

async function serve({ port, workers, store, open, firstRun }: Options): Promise<void> {
  process.exitCode = await serveWorkbench({
    port,
    open,
    firstRun,
    ...(workers !== undefined && { workers }),
    ...(store !== undefined && { store }),
  })
}
