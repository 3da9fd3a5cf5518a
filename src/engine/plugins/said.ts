/**
 * What a program says on stderr, passed on in bounded pieces: one that never stops talking would otherwise fill the
 * memory of whoever listens, and keep the thread that watches it from noticing that it hangs.
 */

/** Bytes that are passed on at once; of more, the last. */
const MOST_BYTES = 65_536
const EVERY_MS = 100

export class Said {
  readonly #tell: (text: Buffer) => void
  #waiting: Buffer[] = []
  #bytes = 0
  #timer: NodeJS.Timeout | undefined

  constructor(tell: (text: Buffer) => void) {
    this.#tell = tell
  }

  add(bytes: Buffer): void {
    this.#waiting.push(bytes)
    this.#bytes += bytes.length
    // A piece that the others make superfluous.
    while (this.#bytes - this.#waiting[0]!.length >= MOST_BYTES) this.#bytes -= this.#waiting.shift()!.length
    this.#timer ??= setTimeout(() => this.flush(), EVERY_MS)
  }

  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#bytes === 0) return
    this.#tell(Buffer.concat(this.#waiting).subarray(-MOST_BYTES))
    this.#waiting = []
    this.#bytes = 0
  }
}
