/**
 * A program plug-in: started without a shell, spoken to in lines of JSON over its stdin and stdout. One that ends
 * before it has answered is started again, and what it owes is sent again.
 */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process"
import type { PluginDescription, PluginEvidence, PluginFindings } from "../../core/detection/plugin.ts"
import { batchesFor } from "./accounts.ts"
import { accountsText, type Beat } from "./beat.ts"
import { endChild, HAS_GROUPS, MARK } from "./child.ts"
import { requireSame } from "./description.ts"
import { type Hosted, PluginFault } from "./hosted.ts"
import { Lines } from "./lines.ts"
import { Answers, type Batch, HELLO, longestAnswer, readDescription } from "./messages.ts"
import { Outstanding } from "./outstanding.ts"
import { Said } from "./said.ts"

/** `mark`: by which it and all that it starts are known. */
type HostedProgram = Extract<Hosted, { kind: "program" }> & { readonly mark: string }

/** A program that was told to end by the end of its stdin may take so long before it is made to. */
const PATIENCE_MS = 500

export async function describeProgram(
  hosted: HostedProgram,
  beat: Beat,
  onSaid: (text: Buffer) => void,
): Promise<PluginDescription> {
  const program = new Program(hosted, beat, onSaid)
  try {
    return await program.described()
  } finally {
    await program.end()
  }
}

export async function judgeByProgram(
  hosted: HostedProgram,
  description: PluginDescription,
  source: PluginEvidence,
  beat: Beat,
  onSaid: (text: Buffer) => void,
  onDone: (fraction: number) => void,
): Promise<PluginFindings> {
  const answers = new Answers(description, source.size.accounts)
  const outstanding = new Outstanding(answers, beat, onDone)
  const program = new Program(hosted, beat, onSaid, { description, outstanding })
  const batches = batchesFor(source, description, hosted.batch)
  try {
    await program.described()
    for (;;) {
      const { value: batch, done } = outstanding.meanwhile(() => batches.next())
      if (done) break
      await program.send(batch)
    }
    await program.until(() => outstanding.isEmpty)
    // What it says until its end counts, too: an answer too many may come right after the last one.
    await program.end()
    program.requireNoFault()
    return answers.findings()
  } finally {
    await program.end()
  }
}

/** What a run expects of a program that has described itself before. */
interface Expected {
  readonly description: PluginDescription
  readonly outstanding: Outstanding
}

class Program {
  readonly #hosted: HostedProgram
  readonly #beat: Beat
  readonly #said: Said
  readonly #expected: Expected | undefined
  #child!: ChildProcessWithoutNullStreams
  #description: PluginDescription | undefined
  #starts = 0
  #lines = 0
  #isEnding = false
  #hasEnded = false
  #fault: unknown
  /** Called whenever something has changed. */
  #wake: () => void = () => {}

  constructor(hosted: HostedProgram, beat: Beat, onSaid: (text: Buffer) => void, expected?: Expected) {
    this.#hosted = hosted
    this.#beat = beat
    this.#said = new Said(onSaid)
    this.#expected = expected
    this.#start()
  }

  async described(): Promise<PluginDescription> {
    await this.until(() => this.#description !== undefined)
    return this.#description!
  }

  /** Resolves when the program has room for more; a batch that is sent while it restarts is sent then. */
  async send(batch: Batch): Promise<void> {
    const { outstanding } = this.#expected!
    outstanding.add(batch)
    if (this.#description) this.#write(batch.text)
    await this.until(() => !outstanding.isFull && !this.#child.stdin.writableNeedDrain)
  }

  /** Rejects with what the program did wrong. */
  async until(holds: () => boolean): Promise<void> {
    for (;;) {
      this.requireNoFault()
      if (holds()) return
      await this.#change()
    }
  }

  requireNoFault(): void {
    if (this.#fault !== undefined) throw this.#fault
  }

  /** It ends by itself when its stdin does, or else is made to. */
  async end(): Promise<void> {
    this.#isEnding = true
    this.#beat.idle()
    this.#child.stdin.end()
    if (this.#fault === undefined) await this.#endWithin(PATIENCE_MS)
    endChild(this.#beat.child, this.#hosted.mark)
    // What has left its group may hold its stdout open for ever.
    await this.#endWithin(PATIENCE_MS)
    this.#said.flush()
  }

  async #endWithin(milliseconds: number): Promise<void> {
    const isLate = AbortSignal.timeout(milliseconds)
    isLate.addEventListener("abort", () => this.#wake())
    while (!this.#hasEnded && !isLate.aborted) await this.#change()
  }

  #change(): Promise<void> {
    return new Promise((wake) => {
      this.#wake = wake
    })
  }

  #start(): void {
    this.#starts++
    this.#description = undefined
    this.#hasEnded = false
    const { command, folder, batch, mark } = this.#hosted
    const [name, ...rest] = command
    this.#beat.begin("describing")
    const child = start(name!, rest, folder, mark)
    this.#beat.child = child.pid ?? 0
    this.#child = child
    const lines = new Lines(longestAnswer(batch))
    child.stdout.on("data", (bytes: Buffer) =>
      this.#guard(() => {
        for (const line of lines.add(bytes)) this.#hear(line)
      }),
    )
    child.stderr.on("data", (bytes: Buffer) => this.#said.add(bytes))
    // A program that has ended is told of by its end.
    child.stdin.on("error", () => {})
    child.stdin.on("drain", () => this.#wake())
    child.on("error", (error: NodeJS.ErrnoException) => this.#cannotStart(error))
    child.on("close", (code, signal) => this.#ended(code, signal))
    this.#write(HELLO)
  }

  #write(text: string): void {
    this.#child.stdin.write(`${text}\n`)
  }

  #guard(work: () => void): void {
    if (this.#fault !== undefined) return
    try {
      work()
    } catch (fault) {
      this.#fault = fault
    }
    this.#wake()
  }

  #hear(line: string): void {
    const where = `line ${++this.#lines} of its stdout`
    if (this.#description) {
      if (!this.#expected) throw new PluginFault(`${where} answers nothing that was asked`)
      this.#expected.outstanding.take(line, where)
      return
    }
    const description = readDescription(line, where)
    if (this.#expected) requireSame(description, this.#expected.description)
    this.#description = description
    this.#beat.idle()
    const { outstanding } = this.#expected ?? {}
    outstanding?.meanwhile(() => {})
    for (const { text } of outstanding?.all ?? []) this.#write(text)
  }

  #cannotStart(error: NodeJS.ErrnoException): void {
    this.#fault ??= startFault(this.#hosted.command[0]!, error)
    this.#wake()
  }

  #ended(code: number | null, signal: string | null): void {
    // What it started may still run.
    endChild(this.#beat.child, this.#hosted.mark)
    this.#beat.child = 0
    this.#hasEnded = true
    if (!this.#isEnding && this.#fault === undefined) this.#again(code, signal)
    this.#wake()
  }

  #again(code: number | null, signal: string | null): void {
    if (this.#starts <= this.#hosted.restarts) {
      this.#start()
      return
    }
    const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`
    const span = this.#expected?.outstanding.span
    const before = span ? `it had answered ${accountsText(span.first, span.last)}` : "it had answered"
    const what = this.#description ? before : "it had described itself"
    const restarts = this.#starts - 1
    const times = restarts === 0 ? "" : `, after ${restarts} restart${restarts === 1 ? "" : "s"}`
    this.#fault = new PluginFault(`${how} before ${what}${times}`)
  }
}

function start(
  name: string,
  words: readonly string[],
  folder: string,
  mark: string,
): ChildProcessWithoutNullStreams {
  try {
    return spawn(name, words, {
      cwd: folder,
      // A group of its own, so that what it starts ends with it.
      detached: HAS_GROUPS,
      windowsHide: true,
      // Python holds back what it prints to a pipe, and writes it in the system's own encoding, unless it is told.
      env: { ...process.env, PYTHONUNBUFFERED: "1", PYTHONUTF8: "1", [MARK]: mark },
    })
  } catch (error) {
    throw startFault(name, error as NodeJS.ErrnoException)
  }
}

function startFault(name: string, { code, message }: NodeJS.ErrnoException): PluginFault {
  return new PluginFault(
    `${name} cannot be started: ${code === "ENOENT" ? "there is no such program" : message}`,
  )
}
