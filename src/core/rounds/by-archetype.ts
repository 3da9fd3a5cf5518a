/** Lists by archetype, each in the order given. */
export function byArchetype<Item extends { readonly archetype: string }>(
  items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const lists = new Map<string, Item[]>()
  for (const item of items) {
    const list = lists.get(item.archetype)
    if (list) list.push(item)
    else lists.set(item.archetype, [item])
  }
  return lists
}
