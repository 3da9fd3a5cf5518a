/**
 * What a program says on stderr, or a module logs, passed on in bounded pieces: one that never stops talking would
 * otherwise fill the memory of whoever listens, and keep the thread that watches it from noticing that it hangs.
 */

/** Bytes that are passed on at once; of more, the last. */
const MOST_BYTES = 65_536
const EVERY_MS = 100

export class Said {
  readonly #tell: (text: Buffer) => void
  #waiting: Buffer[] = []
  #bytes = 0
  #told = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | undefined

  constructor(tell: (text: Buffer) => void) {
    this.#tell = tell
  }

  add(bytes: Buffer): void {
    this.#waiting.push(bytes)
    this.#bytes += bytes.length
    // A piece that the others make superfluous.
    while (this.#bytes - this.#waiting[0]!.length >= MOST_BYTES) this.#bytes -= this.#waiting.shift()!.length
    // In a module's endless loop no timer is ever due.
    if (performance.now() - this.#told >= EVERY_MS) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), EVERY_MS)
  }

  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#told = performance.now()
    if (this.#bytes === 0) return
    this.#tell(Buffer.concat(this.#waiting).subarray(-MOST_BYTES))
    this.#waiting = []
    this.#bytes = 0
  }
}

/** All that this thread writes to its stdout and stderr is said from now on; Node would keep it without bound. */
export function sayWhatIsWritten(said: Said): void {
  for (const stream of [process.stdout, process.stderr])
    stream.write = (text: string | Uint8Array, ...more: unknown[]) => {
      const encoding = typeof more[0] === "string" ? (more[0] as BufferEncoding) : "utf8"
      said.add(typeof text === "string" ? Buffer.from(text, encoding) : Buffer.from(text))
      const onWritten = more.find((one) => typeof one === "function") as (() => void) | undefined
      if (onWritten) queueMicrotask(onWritten)
      return true
    }
}
