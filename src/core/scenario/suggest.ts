/**
 * The nearest known name to a misspelt one, by Damerau-Levenshtein distance (optimal string alignment:
 * insert, delete, replace a letter, or swap two neighbours, each counts one).
 */

/** Edits between two words, at least 0. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(replaced, last[j] + 1, row[j - 1] + 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) row[j] = Math.min(row[j], beforeLast[j - 2] + 1)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]
}

/** Letters and digits only, in lower case: `coaction_window` is spelt like `coActionWindow`. */
const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")

const LONGEST_NAME = 100

/**
 * The known name that was probably meant, or undefined when none is near: up to a third of the letters,
 * and never more than 3, may differ. Among equally near names the first one wins. When none is near, it is the
 * only one that begins with what was written.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined
  const wanted = plain(name)
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const distance = editDistance(wanted, plain(candidate))
    const allowed = Math.min(3, Math.max(1, Math.floor(candidate.length / 3)))
    if (distance > allowed || distance >= least) continue
    least = distance
    nearest = candidate
  }
  return nearest ?? onlyContinuation(wanted, known)
}

const LEAST_BEGINNING = 3

function onlyContinuation(beginning: string, known: readonly string[]): string | undefined {
  if (beginning.length < LEAST_BEGINNING) return undefined
  const [only, ...others] = known.filter((name) => plain(name).startsWith(beginning))
  return others.length === 0 ? only : undefined
}

/** `did you mean near?`, or else `allowed: a, b, c`; both when the list shall always be told. */
export function suggestion(name: string, known: readonly string[], list?: "always list"): string {
  const nearest = nearestName(name, known)
  const allowed = `allowed: ${known.join(", ")}`
  if (nearest === undefined) return allowed
  return list === undefined ? `did you mean ${nearest}?` : `did you mean ${nearest}? (${allowed})`
}
