/** assay serve: the workbench in a browser. */
import type { Command } from "commander"
import { serveWorkbench } from "../../server/serve.ts"
import { examples, storeOption, wholeNumber, workersOption } from "../options.ts"

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
    .summary("serve the workbench to a browser")
    .description(
      "Serve the workbench to a browser on this machine. Prints its address; Ctrl-C ends it. " +
        "Its editor saves scenarios into the folder ASSAY_SCENARIOS, else beside the ones that Assay comes with.",
    )
    .option("--port <n>", "port on loopback; 0 takes any free one", wholeNumber("--port", 0, 65_535), 0)
    .addOption(workersOption())
    .addOption(storeOption())
    .option("--no-open", "do not open a browser")
    .option(
      "--no-first-run",
      "do not simulate the quickstart, or the smallest scenario of a folder without one, when there is no run yet",
    )
    .addHelpText(
      "after",
      examples({
        "assay serve": "open the workbench",
        "assay serve --port 8080 --no-open": "only serve it, say for an SSH tunnel",
      }),
    )
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
