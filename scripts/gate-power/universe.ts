/**
 * Populations drawn from simulated ones: whole operators with all their accounts, with replacement, so that what belongs
 * together stays together.
 *
 * All simulated populations of a mix are one universe. What a change does to all of its accounts is the truth, and a
 * population drawn from it is a sample, so a gate can be tried as often as anybody likes, by draws that do not depend on
 * each other (cluster bootstrap: Davison and Hinkley 1997, section 3.8).
 */
import { digestOf } from "../../src/core/digest.ts"
import { NONE } from "../../src/core/evidence/evidence.ts"
import { below } from "../../src/core/random/distributions.ts"
import { stage } from "../../src/core/random/streams.ts"
import type { RunColumns } from "../../src/core/run.ts"
import type { Population } from "./populations.ts"

export interface Universe {
  /** All accounts, as one population. */
  readonly all: Population
  /** About so many accounts; each number is another draw. An operator that is drawn twice is two. */
  drawn(accounts: number, number: number): Population
}

/** Of populations of one mix. */
export function universeOf(populations: readonly Population[]): Universe {
  const all = joined(populations)
  const clusters = clustersOf(all.columns.group)
  const draws = stage(all.manifest.populationDigest, "gate-power/drawn")
  return {
    all,
    drawn(accounts, number) {
      const random = draws.at(number)
      const times = Math.round((clusters.length * accounts) / all.manifest.accounts)
      const drawn = Array.from({ length: times }, () => clusters[below(clusters.length, random)]!)
      return populationOf(all, drawn, `${accounts} accounts, draw ${number}`)
    },
  }
}

function joined(populations: readonly Population[]): Population {
  const [{ manifest }] = populations as readonly [Population]
  let groups = 0
  const grouped = populations.map(({ columns }) => {
    const group = columns.group.map((own) => (own === NONE ? NONE : groups + own))
    groups += columns.group.reduce((most, own) => (own === NONE ? most : Math.max(most, own + 1)), 0)
    return { ...columns, group }
  })
  const sum = (of: "accounts" | "posts" | "interactions") =>
    populations.reduce((total, one) => total + one.manifest[of], 0)
  const digest = digestOf(populations.map((one) => one.manifest.digest))
  return {
    manifest: {
      ...manifest,
      accounts: sum("accounts"),
      posts: sum("posts"),
      interactions: sum("interactions"),
      digest,
      populationDigest: digest,
    },
    columns: inRow(grouped) as RunColumns,
  }
}

/** Accounts by operator, one on its own by itself, in the order of their first. */
function clustersOf(group: Uint32Array): number[][] {
  const byGroup = new Map<number, number[]>()
  const clusters: number[][] = []
  for (const [account, own] of group.entries()) {
    const known = own === NONE ? undefined : byGroup.get(own)
    if (known) known.push(account)
    else {
      const members = [account]
      clusters.push(members)
      if (own !== NONE) byGroup.set(own, members)
    }
  }
  return clusters
}

function populationOf(
  { manifest, columns }: Population,
  clusters: readonly (readonly number[])[],
  name: string,
): Population {
  const accounts = Uint32Array.from(clusters.flat())
  const group = Uint32Array.from(
    clusters.flatMap((members, number) => members.map(() => (members.length === 1 ? NONE : number))),
  )
  const digest = digestOf([manifest.digest, name])
  return {
    manifest: { ...manifest, accounts: accounts.length, digest, populationDigest: digest },
    columns: { ...(taken(columns, accounts) as RunColumns), group },
  }
}

type Column = Float32Array
const emptyLike = (column: Column, length: number) =>
  new (column.constructor as Float32ArrayConstructor)(length)

/** Every column, however deep, with the values of these accounts. */
function taken(value: unknown, accounts: Uint32Array): unknown {
  if (!ArrayBuffer.isView(value)) return each(value, (one) => taken(one, accounts))
  const column = value as Column
  const own = emptyLike(column, accounts.length)
  for (const [at, account] of accounts.entries()) own[at] = column[account]!
  return own
}

/** Every column, however deep, one population's after the other's. */
function inRow(values: readonly unknown[]): unknown {
  if (!ArrayBuffer.isView(values[0]))
    return each(values[0], (_, name) =>
      inRow(values.map((value) => (value as Record<string, unknown>)[name])),
    )
  const columns = values as readonly Column[]
  const row = emptyLike(
    columns[0]!,
    columns.reduce((total, { length }) => total + length, 0),
  )
  let at = 0
  for (const column of columns) {
    row.set(column, at)
    at += column.length
  }
  return row
}

const each = (value: unknown, of: (one: unknown, name: string) => unknown) =>
  Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, of(one, name)]))
