/** A list of numbers without a known length, kept in one typed array. */
export class Growing {
  length = 0
  #values = new Float64Array(1024)

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(2 * this.length)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length++] = value
  }

  /** Sorts what was pushed since the list had the length `from`, and keeps one of each. */
  distinctFrom(from: number): void {
    const added = this.#values.subarray(from, this.length).sort()
    let kept = 0
    for (let i = 0; i < added.length; i++) if (kept === 0 || added[i] !== added[kept - 1]) added[kept++] = added[i]
    this.length = from + kept
  }

  values(): Float64Array {
    return this.#values.slice(0, this.length)
  }
}
