/** The reason of a flag, in one word: the detector that adds most to the log-odds of the account's risk. */
import { contributions } from "../detection/fusion/fusion.ts"
import type { Run } from "../run.ts"

/** Of several that add alike, the first in the order of the alphabet, so that every machine names the same. */
export function loudestDetectors(
  { manifest, columns }: Pick<Run, "manifest" | "columns">,
  accounts: readonly number[],
): string[] {
  const scores = Object.entries(columns.scores)
  return accounts.map((account) => {
    const own = Object.fromEntries(scores.map(([id, column]) => [id, column[account]]))
    const added = Object.entries(contributions(manifest.fusion, own))
    const [loudest] = added.reduce((best, other) => {
      if (other[1] === best[1]) return other[0] < best[0] ? other : best
      return other[1] > best[1] ? other : best
    })
    return loudest
  })
}
