/**
 * The thread that hosts one plug-in: it generates or cuts the evidence and hands it to the plug-in's code or program.
 * It does one piece of work and is then ended by whoever started it.
 */
import { parentPort, workerData } from "node:worker_threads"
import { DetectorError } from "../../core/errors.ts"
import { Beat } from "./beat.ts"
import { describeEndpoint, judgeByEndpoint } from "./endpoint.ts"
import {
  type HostData,
  type HostNews,
  type HostResult,
  type HostWork,
  messageOf,
  PluginFault,
} from "./hosted.ts"
import { describeProgram, judgeByProgram } from "./program.ts"
import { Said, sayWhatIsWritten } from "./said.ts"

const port = parentPort!
const { hosted, beat: memory, mark } = workerData as HostData
const beat = new Beat(memory)
const tell = (news: HostNews) => port.postMessage(news)
const onSaid = (said: Uint8Array) => tell({ said })
const logged = new Said(onSaid)

/** The package's own entry, built beside this one. */
const KIT = new URL("./kit.js", import.meta.url)

async function perform(work: HostWork): Promise<HostResult> {
  const onDone = (done: number) => tell({ done })
  switch (hosted.kind) {
    case "module": {
      sayWhatIsWritten(logged)
      // Also when it throws beside every call.
      process.on("uncaughtExceptionMonitor", () => logged.flush())
      process.on("exit", () => logged.flush())
      // Loaded for modules only: a program's host, which starts anew for each piece of work, is ready sooner without.
      const { describeModule, judgeByModule, loadModule } = await import("./module.ts")
      const detector = await loadModule(hosted.file, KIT, beat)
      if (work.work === "describe") return describeModule(detector)
      if (work.work === "conform") {
        const { conformModule } = await import("./conform-module.ts")
        return conformModule(detector, work.orderTolerance, beat, tell)
      }
      return judgeByModule(detector, work.description, work.evidence, work.settings, beat, onDone)
    }
    case "program":
      if (work.work !== "detect") return describeProgram({ ...hosted, mark }, beat, onSaid)
      return judgeByProgram({ ...hosted, mark }, work.description, work.evidence, beat, onSaid, onDone)
    case "endpoint":
      if (work.work !== "detect") return describeEndpoint(hosted, beat)
      return judgeByEndpoint(hosted, work.description, work.evidence, beat, onDone)
  }
}

// Once: what a module hears of later is not evidence.
port.once("message", (work: HostWork) => {
  perform(work)
    .finally(() => logged.flush())
    .then((result) => tell({ result }))
    .catch((error: unknown) => {
      if (error instanceof PluginFault || error instanceof DetectorError)
        return tell({ fault: error instanceof PluginFault ? error.message : messageOf(error) })
      const { message, stack } = error instanceof Error ? error : new Error(String(error))
      tell({ failure: { message, stack } })
    })
})
