/**
 * A plug-in's host, seen from outside: a thread of its own, watched from here, ended when it makes no progress, when
 * the work is cancelled or when it is done. The program that it started ends with it.
 */
import { randomUUID } from "node:crypto"
import { Worker } from "node:worker_threads"
import { CancelledError, DetectorError } from "../../core/errors.ts"
import { Beat, hangsText } from "./beat.ts"
import { endChild } from "./child.ts"
import type { Check, Checked, HostData, Hosted, HostNews, HostResult, HostWork } from "./hosted.ts"

export interface Hosting {
  /** The built host, out/main/host.js. */
  readonly hostFile: URL
  /** Ends the host at once; what runs rejects with CancelledError. */
  readonly signal?: AbortSignal | undefined
  /** Told what the plug-in says on stderr, line by line; a module also what it logs. Of a flood only the last of it. */
  readonly onSaid?: ((line: string) => void) | undefined
}

interface Watch {
  /** What errors call it: its id, or its source until it has one. */
  readonly name: string
  /** That a piece of its work may take. */
  readonly seconds: number
  readonly onDone?: (fraction: number) => void
  /** The next check begins. */
  readonly onChecking?: (check: Check) => void
  readonly onChecked?: (checked: Checked) => void
}

/** Looks at a host this often, or often enough to notice a short limit. */
const LOOK_MS = 250
const LINES_KEPT = 5

/** Resolves with what the host answers; rejects with a DetectorError when the plug-in is at fault. */
export async function askHost(
  hosted: Hosted,
  work: HostWork,
  { name, seconds, onDone, onChecking, onChecked }: Watch,
  { hostFile, signal, onSaid }: Hosting,
): Promise<HostResult> {
  if (signal?.aborted) throw new CancelledError()
  const beat = new Beat()
  const mark = randomUUID()
  const workerData: HostData = { hosted, beat: beat.memory, mark }
  const thread = new Worker(hostFile, { workerData, stdout: true, stderr: true })
  const forgetExit = endWithProcess(beat, mark)
  const said = lastLines(onSaid)
  thread.stdout.on("data", said.hear)
  thread.stderr.on("data", said.hear)
  let look: NodeJS.Timeout | undefined
  let cancel: (() => void) | undefined
  try {
    return await new Promise<HostResult>((resolve, reject) => {
      const blame = (fault: string) => reject(new DetectorError(name, fault + said.quote()))
      thread.on("message", (news: HostNews) => {
        if ("done" in news) onDone?.(news.done)
        else if ("checking" in news) onChecking?.(news.checking)
        else if ("checked" in news) onChecked?.(news.checked)
        else if ("said" in news) said.hear(Buffer.from(news.said))
        else if ("result" in news) resolve(news.result)
        else if ("fault" in news) blame(news.fault)
        else reject(Object.assign(new Error(news.failure.message), { stack: news.failure.stack }))
      })
      // What a module throws in a callback of its own reaches nobody else.
      thread.on("error", (error: NodeJS.ErrnoException) => blame(threadFault(error)))
      thread.on("exit", () => blame("ended its thread before it had answered"))
      cancel = () => reject(new CancelledError())
      signal?.addEventListener("abort", cancel, { once: true })
      look = watch(beat, seconds, blame)
      thread.postMessage(work)
    })
  } finally {
    clearInterval(look)
    if (cancel) signal?.removeEventListener("abort", cancel)
    await thread.terminate()
    endChild(beat.child, mark)
    forgetExit()
  }
}

/** Calls `blame` when one piece of the plug-in's work takes longer than it may. */
function watch(beat: Beat, seconds: number, blame: (fault: string) => void): NodeJS.Timeout {
  let seen = beat.look()
  let since = performance.now()
  return setInterval(
    () => {
      const now = beat.look()
      if (now.piece !== seen.piece) {
        seen = now
        since = performance.now()
      } else if (now.phase !== "idle" && performance.now() - since > 1000 * seconds) {
        blame(hangsText(now, seconds))
      }
    },
    Math.min(LOOK_MS, 100 * seconds),
  )
}

function threadFault(error: NodeJS.ErrnoException): string {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return "ran out of memory"
  return `threw outside of any call: ${error instanceof Error ? error.message : String(error)}`
}

/** Keeps the end of what is said, to quote it when the plug-in fails. */
function lastLines(onSaid: ((line: string) => void) | undefined) {
  const lines: string[] = []
  return {
    hear(bytes: Buffer) {
      for (const line of bytes.toString("utf8").split(/\r?\n/)) {
        if (line.trim() === "") continue
        onSaid?.(line)
        lines.push(line)
      }
      lines.splice(0, lines.length - LINES_KEPT)
    },
    quote: () =>
      lines.length > 0 ? `; its last words: ${JSON.stringify(lines.join("\n").slice(-500))}` : "",
  }
}

const running = new Map<Beat, string>()
let isWatchingExit = false

/** A process that ends by itself takes its plug-ins' programs along. Killed, it cannot; they then read the end of stdin. */
function endWithProcess(beat: Beat, mark: string): () => void {
  running.set(beat, mark)
  if (!isWatchingExit) {
    isWatchingExit = true
    process.on("exit", () => {
      for (const [{ child }, mark] of running) endChild(child, mark)
    })
  }
  return () => running.delete(beat)
}
