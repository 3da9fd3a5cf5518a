/**
 * Runs what a revision is built and measured by. Each command has a group of processes of its own, so that a build, an
 * installation or a run is ended with all that it started; else that would go on writing to a worktree that is gone.
 */
import { spawn } from "node:child_process"
import { setTimeout as sleep } from "node:timers/promises"
import { stripVTControlCharacters } from "node:util"
import { CancelledError } from "../../core/errors.ts"

/** What a commit does wrong; it is skipped. */
export class StepFailure extends Error {}

interface Surroundings {
  readonly folder: string
  readonly signal: AbortSignal
  readonly environment: NodeJS.ProcessEnv
}

/** A whole build or run may take this long. */
const MOST_MINUTES = 60
/** An Assay ends the programs of its plug-ins when it is told to end, which those killed cannot. */
const PATIENCE_MS = 400
/** Characters that are kept of what is said on stderr. */
const MOST_HEARD = 65_536
/** Characters of a reason; a build may say pages. */
const MOST_SAID = 600

/** On Windows there are no groups of processes. */
const HAS_GROUPS = process.platform !== "win32"

const running = new Set<number>()

/** Ends all that runs, at once: what is killed after this has nobody to wait for it. */
export function endCommands(): void {
  for (const pid of running) end(pid, "SIGKILL")
}

function end(pid: number, signal: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(HAS_GROUPS ? -pid : pid, signal)
  } catch {
    // It has ended already.
  }
}

/** Resolves with its stdout; rejects with a StepFailure, or with CancelledError when it was ended by the signal. */
export async function command(
  file: string,
  args: readonly string[],
  { folder, signal, environment }: Surroundings,
): Promise<string> {
  if (signal.aborted) throw new CancelledError()
  const isLate = AbortSignal.timeout(MOST_MINUTES * 60_000)
  const ending = AbortSignal.any([signal, isLate])
  const child = spawn(file, args, {
    cwd: folder,
    env: environment,
    detached: HAS_GROUPS,
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  })
  const pid = child.pid ?? 0
  const stop = async () => {
    end(pid, "SIGTERM")
    await sleep(PATIENCE_MS)
    end(pid, "SIGKILL")
  }
  if (pid !== 0) {
    running.add(pid)
    ending.addEventListener("abort", stop, { once: true })
  }
  let [stdout, stderr] = ["", ""]
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-MOST_HEARD)
  })
  const how = await new Promise<number | string>((done) => {
    child.on("error", ({ message }) => done(message))
    child.on("close", (code, by) => done(code ?? String(by)))
  })
  ending.removeEventListener("abort", stop)
  if (pid !== 0) end(pid, "SIGKILL")
  running.delete(pid)
  if (signal.aborted) throw new CancelledError()
  if (isLate.aborted) throw new StepFailure(`took longer than ${MOST_MINUTES} minutes`)
  if (how !== 0) throw new StepFailure(reasonIn(stderr) ?? `ended with ${how}`)
  return stdout
}

/** Where Assay, npm or Node tells an error, all of it; else the last line. */
function reasonIn(stderr: string): string | undefined {
  const lines = plainLines(stderr)
  const from = lines.findIndex((line) => /^(?:assay: |npm error |\w*Error\b)/.test(line))
  // Of Assay each line says so, and stands for itself; a build may break a sentence anywhere.
  const said = lines
    .slice(from)
    .join("\n")
    .replace(/\n(?:npm error )?(?!assay: )/g, " ")
  return said === "" ? undefined : said.replace(/^(?:assay: |npm error )/gm, "").slice(0, MOST_SAID)
}

/** Without colours, frames, the calls that led to an error, Node's version, and where npm keeps its log. */
const plainLines = (text: string) =>
  stripVTControlCharacters(text)
    .replace(/[\u2500-\u257f]/g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^at |^Node\.js v|^npm error A complete log/.test(line))
