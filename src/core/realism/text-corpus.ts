/**
 * What a whole corpus shows: how fast it uses up its language, how far it can be compressed, and how alike its
 * texts are.
 */
import { zlibSync } from "fflate"

/**
 * Heaps' exponent of character bigrams: the slope of log distinct bigrams on log bigrams read, by least squares at
 * points a fifth of a power of two apart, from 128 on. It falls as a corpus grows, so corpora of equal size are compared.
 */
export function heapsExponent(characters: string): number {
  const seen = new Set<string>()
  const points: [number, number][] = []
  let next = HEAPS_FROM
  const text = [...characters]
  for (let at = 0; at + 1 < text.length; at++) {
    seen.add(text[at] + text[at + 1])
    if (at + 1 < next) continue
    points.push([Math.log(at + 1), Math.log(seen.size)])
    next *= HEAPS_STEP
  }
  return slope(points)
}

const HEAPS_FROM = 128
const HEAPS_STEP = Math.exp(Math.LN2 / 5)

function slope(points: readonly (readonly [number, number])[]): number {
  const count = points.length
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return covariance / points.reduce((sum, [x]) => sum + (x - meanX) * (x - meanX), 0)
}

/** Bytes after zlib's compression (level 6, its default) over bytes before, of the texts joined by line breaks. */
export function zlibRatio(texts: readonly string[]): number {
  const bytes = new TextEncoder().encode(texts.join("\n"))
  return zlibSync(bytes, { level: 6 }).length / bytes.length
}

export function trigramsOf(text: string): ReadonlySet<string> {
  const characters = [...text.replace(/\s/gu, "")]
  const found = new Set<string>()
  for (let at = 0; at + 2 < characters.length; at++) found.add(characters.slice(at, at + 3).join(""))
  return found
}

/** Members of both over members of either; 0 for two empty sets. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  for (const member of small) if (large.has(member)) shared++
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}
