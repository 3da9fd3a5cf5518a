/** The known name that a misspelt one most likely stands for. */

/** Edits (insert, delete, replace a character) that turn `a` into `b`: Levenshtein 1966. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, replaced))
    }
    previous = current
  }
  return previous[b.length]!
}

/** The closest of `known`, capitals aside; undefined when none shares at least half its characters. */
export function nearestName(found: string, known: readonly string[]): string | undefined {
  const wanted = found.toLowerCase()
  let best: { name: string; distance: number } | undefined
  for (const name of known) {
    const distance = editDistance(wanted, name.toLowerCase())
    if (!best || distance < best.distance) best = { name, distance }
  }
  return best && best.distance <= Math.max(wanted.length, best.name.length) / 2 ? best.name : undefined
}
