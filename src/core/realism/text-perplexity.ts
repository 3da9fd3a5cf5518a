/**
 * Perplexity under a background model: trigrams of words and marks (of characters in Chinese), interpolated with
 * bigrams, single units and an even chance (Jelinek and Mercer 1980). It stands in for the large language models
 * of the published figures, so that only ratios of its values compare with ratios of theirs.
 */
const UNIT = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{Nd}'’])+|[\p{P}\p{S}]/gu
const WEIGHTS = [0.45, 0.35, 0.19]
const LIKELY_VOCABULARY = 20_000

export class BackgroundModel {
  /** Counts of the runs of one, two and three units, and of what they begin with. */
  readonly #runs: readonly Map<string, number>[] = [new Map(), new Map(), new Map()]
  #units = 0

  learn(text: string): void {
    const units = unitsOf(text)
    for (let at = 2; at < units.length; at++) {
      this.#units++
      for (let order = 0; order < 3; order++) {
        add(this.#runs[order], units.slice(at - order, at + 1).join(" "))
        // Contexts are counted apart from runs, marked by a blank at their end.
        if (order > 0) add(this.#runs[order], `${units.slice(at - order, at).join(" ")} `)
      }
    }
  }

  /** exp of the mean negative log-likelihood of a unit; NaN for an empty text. */
  perplexity(text: string): number {
    const units = unitsOf(text)
    let sum = 0
    for (let at = 2; at < units.length; at++) sum -= Math.log(this.#probability(units, at))
    return units.length > 2 ? Math.exp(sum / (units.length - 2)) : Number.NaN
  }

  #probability(units: readonly string[], at: number): number {
    let probability = 0.01 / LIKELY_VOCABULARY
    let unknown = 0
    for (let order = 2; order >= 0; order--) {
      const context =
        order === 0 ? this.#units : (this.#runs[order].get(`${units.slice(at - order, at).join(" ")} `) ?? 0)
      // What a context that was never seen would have said is left to the shorter one.
      const weight = WEIGHTS[2 - order] + unknown
      if (context === 0) unknown = weight
      else {
        probability +=
          (weight * (this.#runs[order].get(units.slice(at - order, at + 1).join(" ")) ?? 0)) / context
        unknown = 0
      }
    }
    return probability
  }
}

/** Two units before the first say that a text begins. */
const unitsOf = (text: string): string[] => ["", "", ...(text.toLowerCase().match(UNIT) ?? [])]

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
