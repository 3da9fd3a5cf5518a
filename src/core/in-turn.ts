/** As many at a time as keep the threads of any machine busy, and no more than memory bears of a tile's words. */
const AT_ONCE = 32

/** Works on items in their order, some at a time; results in the same order. Nothing is begun after one has failed. */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length)
  let next = 0
  const goOn = async () => {
    while (next < items.length) {
      const at = next++
      try {
        results[at] = await work(items[at])
      } catch (error) {
        next = items.length
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, goOn))
  return results
}
