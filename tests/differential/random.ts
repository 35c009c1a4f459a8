/**
 * Chance that comes out the same for the same seed, so that a failure can be asked again.
 */

/** A source of chance. */
export interface Random {
  /** A whole number from 0 on, below the limit. */
  below(limit: number): number;
  /** True so often out of a hundred times. */
  chance(percent: number): boolean;
  /** One of a list that is not empty; of an empty one undefined. */
  pick<T>(items: readonly [T, ...T[]]): T;
  pick<T>(items: readonly T[]): T | undefined;
  /** At most so many of a list, in their order. */
  some<T>(items: readonly T[], count: number): readonly T[];
}

/** Opens the chance of a seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // Mulberry32: small, and good enough to spread cases.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  function pick<T>(items: readonly [T, ...T[]]): T;
  function pick<T>(items: readonly T[]): T | undefined;
  function pick<T>(items: readonly T[]): T | undefined {
    return items[below(items.length)];
  }
  return {
    ...{ below, pick, chance: (percent) => next() * 100 < percent },
    some: (items, count) =>
      items
        .map((item, index) => ({ item, index, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .slice(0, count)
        .sort((a, b) => a.index - b.index)
        .map(({ item }) => item),
  };
}

/** A seed of a text, so that each schema of a description has its own. */
export function seedOf(text: string): number {
  let hash = 2166136261;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  }
  return hash >>> 0;
}
