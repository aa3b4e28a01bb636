/**
 * Puts items into an order that follows from the seed alone, so that nothing has to be remembered: the same phone finds
 * its order again after a reload, and every phone has another.
 */
export function shuffled<Item extends { readonly id: string }>(items: readonly Item[], seed: string): Item[] {
  const keyed = items.map((item) => ({ item, key: hash(item.id + seed) }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

/** FNV-1a, 32 bits. What tells items apart comes first, so that the whole seed stirs it. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum;
}
