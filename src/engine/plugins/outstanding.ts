/** Batches that were sent and are not answered yet: at most a few, and the watchdog is told of the oldest. */
import type { Beat } from "./beat.ts"
import { PluginFault } from "./hosted.ts"
import { type Answers, type Batch, parseMessage } from "./messages.ts"

/** So many may be under way: one that is judged, and one that waits so that the plug-in need not. */
const MOST_UNDER_WAY = 2

export class Outstanding {
  readonly #batches = new Map<number, Batch>()
  readonly #answers: Answers
  readonly #beat: Beat
  readonly #onDone: (fraction: number) => void
  #judged = 0
  #oldest: Batch | undefined

  constructor(answers: Answers, beat: Beat, onDone: (fraction: number) => void) {
    this.#answers = answers
    this.#beat = beat
    this.#onDone = onDone
  }

  get isFull(): boolean {
    return this.#batches.size >= MOST_UNDER_WAY
  }
  get isEmpty(): boolean {
    return this.#batches.size === 0
  }
  get all(): readonly Batch[] {
    return [...this.#batches.values()]
  }

  add(batch: Batch): void {
    this.#batches.set(batch.number, batch)
    this.tell()
  }

  /** A PluginFault when it answers nothing that was asked, or wrongly. */
  take(text: string, where: string): void {
    const message = parseMessage(text, "scores", where)
    const batch = this.#batches.get(message.batch as number)
    if (!batch) {
      const asked = this.all.map(({ number }) => number).join(" or ") || "none, as all are answered"
      throw new PluginFault(`${where}: batch must be ${asked}, got ${String(message.batch)}`)
    }
    this.#answers.take(batch, message)
    this.#batches.delete(batch.number)
    this.#judged += batch.last - batch.first + 1
    this.#onDone(this.#judged / this.#answers.accounts)
    this.tell()
  }

  /** The time that counts is the oldest batch's, from when it became the oldest. */
  tell(): void {
    const [oldest] = this.#batches.values()
    if (oldest === this.#oldest) return
    this.#oldest = oldest
    if (oldest) this.#beat.begin("accounts", oldest.first, oldest.last)
    else this.#beat.idle()
  }

  /** Our own work, during which the plug-in's answers wait for us. */
  meanwhile<Result>(work: () => Result): Result {
    this.#beat.idle()
    const result = work()
    this.#oldest = undefined
    this.tell()
    return result
  }

  /** In words, for whoever did not answer. */
  get span(): { readonly first: number; readonly last: number } | undefined {
    const all = this.all
    return all.length > 0 ? { first: all[0]!.first, last: all.at(-1)!.last } : undefined
  }
}
