/** Evidence put into another order, emptied, and fingerprinted: what the conformance checks vary. */
import { type Columns, cut, cutColumns, cutRagged } from "../../evidence/cut.ts"
import { type Evidence, NONE } from "../../evidence/evidence.ts"

/** One tile of several that follow each other, numbered from account 0 on. */
function joined(tiles: readonly Evidence[]): Evidence {
  const all = <Part>(of: (tile: Evidence) => Part | undefined) =>
    tiles.flatMap((tile) => {
      const part = of(tile)
      return part ? [part] : []
    })
  const posts = all((tile) => tile.posts)
  const withText = posts.flatMap(({ tokenOffset, tokens }) =>
    tokenOffset && tokens ? [{ offset: tokenOffset, tokens }] : [],
  )
  const text = withText.length > 0 ? joinRagged(withText) : null
  const timed = posts.map(({ offset, time }) => ({ offset, time }))
  const styles = all((tile) => tile.posts?.style)
  const media = all((tile) => tile.posts?.media)
  const interactions = all((tile) => tile.interactions).map(({ firstInteraction: _, ...rest }) => rest)
  const follows = all((tile) => tile.follows)
  const reports = all((tile) => tile.reports)
  const profiles = all((tile) => tile.profiles)
  return {
    firstAccount: 0,
    accountCount: tiles.reduce((sum, tile) => sum + tile.accountCount, 0),
    periodStart: tiles[0]!.periodStart,
    periodSeconds: tiles[0]!.periodSeconds,
    ...(profiles.length > 0 && { profiles: joinColumns(profiles) }),
    ...(posts.length > 0 && {
      posts: {
        ...joinRagged(timed),
        firstPost: 0,
        ...(text && { tokenOffset: text.offset, tokens: text.tokens }),
        ...(styles.length > 0 && { style: joinColumns(styles) }),
        ...(media.length > 0 && { media: joinColumns(media) }),
      },
    }),
    ...(interactions.length > 0 && { interactions: { ...joinRagged(interactions), firstInteraction: 0 } }),
    ...(follows.length > 0 && { follows: joinRagged(follows) }),
    ...(reports.length > 0 && { reports: joinRagged(reports) }),
  }
}

function joinRagged<Ragged extends { readonly offset: Uint32Array }>(parts: readonly Ragged[]): Ragged {
  const offset = [0]
  for (const part of parts) {
    const from = offset.at(-1)!
    for (const at of part.offset.subarray(1)) offset.push(from + at)
  }
  const columns = joinColumns(parts.map(({ offset: _, ...rest }) => rest))
  return { ...columns, offset: Uint32Array.from(offset) } as unknown as Ragged
}

function joinColumns<Part extends object>(parts: readonly Part[]): Part {
  const columns = parts as unknown as readonly Columns[]
  const names = Object.keys(columns[0] ?? {})
  return Object.fromEntries(
    names.map((name) => {
      const kind = columns[0]![name]!.constructor as unknown as { from(values: number[]): Columns[string] }
      return [name, kind.from(columns.flatMap((part) => Array.from(part[name]!)))]
    }),
  ) as unknown as Part
}

/** The same accounts in another order; account `order[i]` becomes account i, and whoever names it follows. */
export function reordered(evidence: Evidence, order: readonly number[]): Evidence {
  const moved = joined(order.map((account) => cut(evidence, account, account + 1)))
  const now = new Map(order.map((before, after) => [before, after]))
  const rename = (column: Uint32Array) => column.map((account) => now.get(account) ?? NONE)
  const { follows } = moved
  return {
    ...moved,
    ...(moved.interactions && {
      interactions: { ...moved.interactions, target: rename(moved.interactions.target) },
    }),
    ...(follows && { follows: { ...follows, target: ascending(rename(follows.target), follows.offset) } }),
    ...(moved.reports && { reports: { ...moved.reports, reporter: rename(moved.reports.reporter) } }),
  }
}

/** A ragged column sorted within each owner. */
function ascending(column: Uint32Array, offset: Uint32Array): Uint32Array {
  for (let owner = 0; owner + 1 < offset.length; owner++)
    column.subarray(offset[owner], offset[owner + 1]).sort()
  return column
}

/** The same accounts, of whom nothing was seen. */
export function emptied(evidence: Evidence): Evidence {
  const { posts, interactions, follows, reports } = evidence
  const none = new Uint32Array(evidence.accountCount + 1)
  const nothing = <Ragged extends { readonly offset: Uint32Array }>(ragged: Ragged) => ({
    ...cutRagged(ragged, 0, 0),
    offset: none,
  })
  const bare = { ...evidence }
  if (posts) {
    const { firstPost, tokenOffset, tokens, style, media, ...timed } = posts
    bare.posts = {
      ...nothing(timed),
      firstPost,
      ...(style && { style: cutColumns(style, timed.time.length, 0, 0) }),
      ...(media && { media: cutColumns(media, timed.time.length, 0, 0) }),
    }
    if (tokenOffset && tokens) {
      bare.posts = { ...bare.posts, tokenOffset: new Uint32Array(1), tokens: tokens.slice(0, 0) }
    }
  }
  if (interactions) {
    const { firstInteraction, ...rest } = interactions
    bare.interactions = { ...nothing(rest), firstInteraction }
  }
  if (follows) bare.follows = nothing(follows)
  if (reports) bare.reports = nothing(reports)
  return bare
}

/** One text a column, equal for equal columns; comparing those of a large population takes no time. */
export function fingerprint(value: object): Record<string, string> {
  const prints: Record<string, string> = {}
  for (const [name, part] of Object.entries(value)) {
    if (ArrayBuffer.isView(part)) prints[name] = `${part.constructor.name} ${hashOf(part)}`
    else if (typeof part === "object" && part !== null) {
      for (const [inner, print] of Object.entries(fingerprint(part))) prints[`${name}.${inner}`] = print
    } else prints[name] = String(part)
  }
  return prints
}

/** 32-bit FNV-1a over bytes, and their number. */
function hashOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  let hash = 0x811c9dc5
  for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) hash = Math.imul(hash ^ byte, 0x01000193)
  return `${byteLength}:${hash}`
}
