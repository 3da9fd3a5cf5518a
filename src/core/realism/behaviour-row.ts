/** What rows about times have in common: whose they are, of how many events, and rows that are made alike. */
import type { Conduct, Conducts } from "./behaviour-conduct.ts"
import {
  addMoments,
  addToHistogram,
  CELLS,
  deviationOfMoments,
  histogramQuantile,
  MOMENTS,
  meanOfMoments,
  pooled,
  quantileOfAccounts,
} from "./behaviour-pool.ts"
import type { Valued } from "./cluster.ts"
import type { RowOf, Target } from "./row.ts"

/** Events, or posts, from which on an account's own rhythm is judged, as in the published figures. */
export const LEAST_EVENTS = 20
export const DAY = 86_400
export const HOUR = 3600
/** B and M lie in [-1, 1]: a value without a range is met within so much. */
export const COEFFICIENT = 0.05
/** Days over which CollegeMsg was recorded, from which the tails are taken. */
export const COLLEGE_DAYS = 193

export const PEOPLE = "CollegeMsg (SNAP), Reddit, Russian Twitter"
export const AGENTS = "Moltbook agents"
export const WEIBO = "Weibo"
export const COLLEGE = "CollegeMsg (SNAP)"

export type Row = RowOf<Conducts>
export type Facts = Pick<Target, "title" | "published" | "source"> & Partial<Target>

/** What all rows have, unless they say otherwise. */
export const row = (id: string, facts: Facts, estimate: Row["estimate"]): Row => ({
  id,
  side: id.includes("managed") ? "managed" : "authentic",
  unit: "",
  certainty: "measured",
  ...facts,
  estimate,
})

/** One value an account, of those that have one. */
export const valuesOf = (accounts: readonly Conduct[], of: (account: Conduct) => number): Valued[] =>
  accounts
    .map((account) => ({ cluster: account.cluster, value: of(account) }))
    .filter(({ value }) => !Number.isNaN(value))
export const authentic = (conducts: Conducts) => [...conducts.people, ...conducts.brand]
export const withEvents = (accounts: readonly Conduct[]) =>
  accounts.filter(({ events }) => events >= LEAST_EVENTS)
export const withPosts = (accounts: readonly Conduct[], least = LEAST_EVENTS) =>
  accounts.filter(({ posts }) => posts >= least)

/** Rows for quantiles over accounts of one statistic each, by names like "p10". */
export function quantileRows(
  id: string,
  facts: Omit<Facts, "published">,
  values: (conducts: Conducts) => Valued[],
  published: Readonly<Record<string, readonly [number, number]>>,
): Row[] {
  return Object.entries(published).map(([name, range]) =>
    row(`${id}-${name}`, { ...facts, title: `${facts.title}, ${name}`, published: range }, (conducts) =>
      quantileOfAccounts(`${id}-${name}`, values(conducts), Number(name.slice(1)) / 100),
    ),
  )
}

/** A share of accounts. */
export const shareRow = (
  id: string,
  facts: Facts,
  accounts: (conducts: Conducts) => readonly Conduct[],
  isOne: (account: Conduct) => boolean,
) =>
  row(id, { unit: "share", ...facts }, (conducts) =>
    pooled(
      id,
      accounts(conducts),
      MOMENTS,
      (sums, account) => addMoments(sums, isOne(account) ? 1 : 0),
      meanOfMoments,
    ),
  )

/** The standard deviation between accounts of one value each. */
export const spreadRow = (id: string, facts: Facts, values: (conducts: Conducts) => readonly Valued[]) =>
  row(id, facts, (conducts) =>
    pooled(id, values(conducts), MOMENTS, (sums, { value }) => addMoments(sums, value), deviationOfMoments),
  )

/** The accounts that have any of the values that a statistic is taken of. */
export const having = (accounts: readonly Conduct[], list: (account: Conduct) => ArrayLike<number>) =>
  accounts.filter((account) => list(account).length > 0)

/** Whose lists of values a statistic is taken of, and which of their lists. */
export interface Lists {
  readonly whose: "people" | "managed"
  readonly list: (account: Conduct) => ArrayLike<number>
}

/** A quantile of values of which each account has many. */
export const pooledQuantileRow = (
  id: string,
  facts: Facts,
  share: number,
  { whose, list }: Lists,
  finish = (value: number) => value,
) =>
  row(id, facts, (conducts) =>
    pooled(
      id,
      having(conducts[whose], list),
      CELLS,
      (counts, account) => {
        const values = list(account)
        for (let i = 0; i < values.length; i++) addToHistogram(counts, values[i])
      },
      (counts) => finish(histogramQuantile(counts, share)),
    ),
  )
