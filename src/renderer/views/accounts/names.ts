/**
 * The names that accounts show. They are made from the seed when somebody asks, so the page learns them piece by piece:
 * of the rows in sight at once, of all accounts when somebody searches for one.
 */
import { useEffect, useMemo, useState, useSyncExternalStore } from "react"
import { api } from "../../api/client.ts"

const CHUNK = 4096
/** Milliseconds without scrolling, after which the rows in sight are named. */
const REST = 60

export class Names {
  private readonly known = new Map<number, string>()
  private readonly asked = new Set<number>()
  /** All accounts below this are known. */
  private read = 0
  private reading = false
  private version = 0
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly run: string,
    readonly accounts: number,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  /** Another number whenever more names are known. */
  readonly current = (): number => this.version

  of(account: number): string | undefined {
    return this.known.get(account)
  }

  /** Share of all accounts whose names are known in order. */
  share(): number {
    return this.accounts === 0 ? 1 : this.read / this.accounts
  }

  ask(accounts: readonly number[]): void {
    const wanted = accounts.filter((account) => !this.known.has(account) && !this.asked.has(account))
    if (wanted.length === 0) return
    for (const account of wanted) this.asked.add(account)
    api
      .names(this.run, wanted)
      .then((names) => this.learn(wanted, names))
      // Without a name the row is whole; whoever comes back to it asks anew.
      .catch(() => undefined)
      .finally(() => {
        for (const account of wanted) this.asked.delete(account)
      })
  }

  /** Reads on until all names are known or the server fails; `stop` leaves it where it is. */
  readAll(): () => void {
    let wanted = true
    void this.readOn(() => wanted)
    return () => {
      wanted = false
    }
  }

  private async readOn(isWanted: () => boolean): Promise<void> {
    if (this.reading) return
    this.reading = true
    try {
      while (isWanted() && this.read < this.accounts) {
        const to = Math.min(this.accounts, this.read + CHUNK)
        const names = await api.namesBetween(this.run, this.read, to)
        const from = this.read
        this.read = to
        this.learn(
          names.map((_, k) => from + k),
          names,
        )
      }
    } catch {
      // A lost server is told elsewhere; another search reads on.
    } finally {
      this.reading = false
    }
  }

  private learn(accounts: readonly number[], names: readonly string[]): void {
    for (const [k, account] of accounts.entries()) this.known.set(account, names[k] ?? "")
    this.version++
    for (const listener of this.listeners) listener()
  }

  /** 1 for each account whose known name has the text in it, in upper case or lower. */
  matches(text: string): Uint8Array {
    const wanted = text.trim().toLowerCase()
    const found = new Uint8Array(this.accounts)
    for (const [account, name] of this.known) if (name.toLowerCase().includes(wanted)) found[account] = 1
    return found
  }
}

let last: Names | null = null
let lastRun = ""

export function useNames(run: string, accounts: number): Names {
  return useMemo(() => {
    if (last === null || lastRun !== run) {
      last = new Names(run, accounts)
      lastRun = run
    }
    return last
  }, [run, accounts])
}

export interface NameSearch {
  readonly named: Uint8Array | null
  /** Share of the names that have been searched; 1 when there is nothing to search for. */
  readonly share: number
}

/** Searches all names for a text that is no number, and goes on while they arrive. */
export function useNameSearch(names: Names, search: string): NameSearch {
  const isText = /\D/.test(search.trim())
  const version = useSyncExternalStore(names.subscribe, names.current)
  useEffect(() => (isText ? names.readAll() : undefined), [names, isText])
  return useMemo(
    () => (isText ? { named: names.matches(search), share: names.share() } : { named: null, share: 1 }),
    [names, isText, search, version],
  )
}

/** Names the rows in sight once they stay there; returns what tells a name. */
export function useNamesInSight(
  names: Names,
  accounts: readonly number[],
): (account: number) => string | undefined {
  const [, setVersion] = useState(0)
  useEffect(() => names.subscribe(() => setVersion(names.current())), [names])
  useEffect(() => {
    const timer = window.setTimeout(() => names.ask(accounts), REST)
    return () => window.clearTimeout(timer)
  }, [names, accounts])
  return (account) => names.of(account)
}
