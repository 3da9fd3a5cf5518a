/**
 * What a plug-in is at, in memory that its host and whoever watches it share: the host may be stuck in a plug-in's
 * endless loop and answer no message, and the watching thread may itself be busy while messages wait.
 */

const PHASES = [
  "idle",
  "checking",
  "loading",
  "describing",
  "accounts",
  "joining",
  "merging",
  "scoring",
  "reasons",
] as const
export type Phase = (typeof PHASES)[number]

/** Cells: how many pieces of work were begun, the phase, its first and last account or its partition, and a child. */
const CELLS = 5
const [PIECE, PHASE, FIRST, LAST, CHILD] = [0, 1, 2, 3, 4]

export interface Work {
  /** Another number for each piece of work. */
  readonly piece: number
  readonly phase: Phase
  readonly first: number
  readonly last: number
}

export class Beat {
  readonly #cells: Int32Array
  constructor(readonly memory = new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT)) {
    this.#cells = new Int32Array(memory)
  }

  /** A piece of work of the plug-in's begins; its time counts until the next one. */
  begin(phase: Phase, first = 0, last = 0): void {
    this.#cells[FIRST] = first
    this.#cells[LAST] = last
    Atomics.store(this.#cells, PHASE, PHASES.indexOf(phase))
    Atomics.add(this.#cells, PIECE, 1)
  }

  /** Nothing is asked of the plug-in, so its time does not count. */
  idle(): void {
    this.begin("idle")
  }

  look(): Work {
    const piece = Atomics.load(this.#cells, PIECE)
    const phase = PHASES[Atomics.load(this.#cells, PHASE)]!
    return { piece, phase, first: this.#cells[FIRST]!, last: this.#cells[LAST]! }
  }

  /** Number of the program's process, 0 when there is none. */
  get child(): number {
    return Atomics.load(this.#cells, CHILD)
  }
  set child(pid: number) {
    Atomics.store(this.#cells, CHILD, pid)
  }
}

export const accountsText = (first: number, last: number) =>
  first === last ? `account ${first}` : `accounts ${first} to ${last}`

/** What a plug-in is reproached with whose piece of work takes longer than `seconds`. */
export function hangsText({ phase, first, last }: Work, seconds: number): string {
  const within = `within ${seconds} s`
  switch (phase) {
    case "checking":
      return `hangs: the check was not through ${within}`
    case "loading":
      return `hangs: the module was not loaded ${within}`
    case "describing":
      return `hangs: it did not describe itself ${within}`
    case "joining":
      return `hangs: partition ${first} was not joined ${within}`
    case "merging":
      return `hangs: its partitions were not merged ${within}`
    case "reasons":
      return `hangs: no reasons for ${accountsText(first, last)} ${within}`
    default:
      return `hangs: no answer to ${accountsText(first, last)} ${within}`
  }
}
