/** Bytes of UTF-8 cut into lines, none of which may be longer than a limit. */
import { StringDecoder } from "node:string_decoder"
import { PluginFault } from "./hosted.ts"

export class Lines {
  readonly #decoder = new StringDecoder("utf8")
  readonly #longest: number
  #pieces: string[] = []
  #length = 0

  /** `longest`: characters. */
  constructor(longest: number) {
    this.#longest = longest
  }

  /** The lines that these bytes complete. A PluginFault when one grows too long, before it has ended. */
  add(bytes: Buffer): string[] {
    const [head, ...rest] = this.#decoder.write(bytes).split("\n")
    this.#pieces.push(head!)
    this.#length += head!.length
    const lines: string[] = []
    for (const next of rest) {
      lines.push(this.#end())
      this.#pieces = [next]
      this.#length = next.length
    }
    this.#requireShort(this.#length)
    return lines.filter((line) => line.trim() !== "")
  }

  #end(): string {
    this.#requireShort(this.#length)
    return this.#pieces.join("").replace(/\r$/, "")
  }

  #requireShort(length: number): void {
    if (length <= this.#longest) return
    throw new PluginFault(
      `a line must be of at most ${this.#longest} characters, got ${length} without an end`,
    )
  }
}
