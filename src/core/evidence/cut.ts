/** Evidence of some of the accounts, as a tile of its own. */
import type { Evidence } from "./evidence.ts"

export type Columns = Readonly<Record<string, Uint8Array | Uint16Array | Uint32Array | Float32Array>>

/** A ragged column's owners from `first` up to, not including, `end`. */
export function cutRagged<Ragged extends { readonly offset: Uint32Array }>(
  { offset, ...columns }: Ragged,
  first: number,
  end: number,
) {
  const [from, to] = [offset[first]!, offset[end]!]
  const local = offset.slice(first, end + 1).map((at) => at - from)
  const cut = Object.fromEntries(
    Object.entries(columns as Columns).map(([name, column]) => [name, column.slice(from, to)]),
  )
  return { ...cut, offset: local } as Ragged
}

/** The evidence of accounts from `first` up to, not including, `end`, as a tile of its own. */
export function cut(evidence: Evidence, first: number, end: number): Evidence {
  const { posts, interactions, follows, reports, profiles } = evidence
  const tile = { ...evidence, firstAccount: evidence.firstAccount + first, accountCount: end - first }
  if (profiles) tile.profiles = cutColumns(profiles, evidence.accountCount, first, end)
  if (posts) {
    const { firstPost, tokenOffset, tokens, style, media, ...timed } = posts
    const [from, to] = [timed.offset[first]!, timed.offset[end]!]
    const all = timed.time.length
    tile.posts = {
      ...cutRagged(timed, first, end),
      firstPost: firstPost + from,
      ...(style && { style: cutColumns(style, all, from, to) }),
      ...(media && { media: cutColumns(media, all, from, to) }),
    }
    if (tokenOffset && tokens) {
      const text = cutRagged({ offset: tokenOffset, tokens }, from, to)
      tile.posts = { ...tile.posts, tokenOffset: text.offset, tokens: text.tokens }
    }
  }
  if (interactions) {
    const { firstInteraction, ...rest } = interactions
    const from = rest.offset[first]!
    tile.interactions = { ...cutRagged(rest, first, end), firstInteraction: firstInteraction + from }
  }
  if (follows) tile.follows = cutRagged(follows, first, end)
  if (reports) tile.reports = cutRagged(reports, first, end)
  return tile
}

/** Rows `first` to `end` - 1 of columns that hold so many `rows`, each of one value or of several. */
export function cutColumns<Part extends object>(part: Part, rows: number, first: number, end: number): Part {
  const cut = Object.entries(part as unknown as Columns).map(([name, column]) => {
    const width = rows > 0 ? column.length / rows : 1
    return [name, column.slice(first * width, end * width)]
  })
  return Object.fromEntries(cut) as Part
}

/** Tiles of `accounts` accounts each, the last one smaller. */
export function tilesOf(evidence: Evidence, accounts: number): Evidence[] {
  const tiles: Evidence[] = []
  for (let first = 0; first < evidence.accountCount; first += accounts) {
    tiles.push(cut(evidence, first, Math.min(evidence.accountCount, first + accounts)))
  }
  return tiles
}
