/**
 * Puts items into an order that follows from the seed alone, so that nothing has to be remembered: the same phone finds
 * its order again after a reload, and every phone has another.
 */
export function shuffled<Item extends { readonly id: string }>(items: readonly Item[], seed: string): Item[] {
  const keyed = items.map((item) => ({ item, key: hash(item.id + seed) }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

/** 32 bits, each of them stirred by every character: multiplied as in MurmurHash2, and folded. */
function hash(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x5bd1e995);
    sum ^= sum >>> 15;
  }
  return sum;
}
