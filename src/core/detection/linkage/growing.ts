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
    if (this.length - from < 2) return
    const added = sorted(this.#values.subarray(from, this.length))
    let kept = 0
    for (let i = 0; i < added.length; i++)
      if (kept === 0 || added[i] !== added[kept - 1]) added[kept++] = added[i]
    this.length = from + kept
  }

  values(): Float64Array {
    return this.#values.slice(0, this.length)
  }
}

/** Short lists, of which there are many, by insertion: the built-in sort takes long to begin. */
function sorted(values: Float64Array): Float64Array {
  if (values.length > 24) return values.sort()
  for (let i = 1; i < values.length; i++) {
    const value = values[i]
    let at = i
    for (; at > 0 && values[at - 1] > value; at--) values[at] = values[at - 1]
    values[at] = value
  }
  return values
}
