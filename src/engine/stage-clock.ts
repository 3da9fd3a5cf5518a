/** Measures how long each stage of a run takes. */
import { performance } from "node:perf_hooks"
import type { Timings } from "../core/run.ts"

export class StageClock {
  readonly #started = performance.now()
  readonly #seconds = new Map<string, number>()
  #stage: string | null = null
  #since = this.#started

  enter(stage: string): void {
    if (stage === this.#stage) return
    this.#close()
    this.#stage = stage
  }

  /** Seconds by stage, and `total`. */
  timings(): Timings {
    this.#close()
    return { ...Object.fromEntries(this.#seconds), total: (performance.now() - this.#started) / 1000 }
  }

  #close(): void {
    const now = performance.now()
    if (this.#stage !== null) {
      this.#seconds.set(this.#stage, (this.#seconds.get(this.#stage) ?? 0) + (now - this.#since) / 1000)
    }
    this.#since = now
  }
}
