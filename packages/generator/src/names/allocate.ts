/** Gives out names, each once. */
export interface NameAllocator {
  /**
   * `wanted`, or `wanted2`, `wanted3`… : the first for which every derived name is free. All of them are taken then.
   */
  readonly allocate: (wanted: string, derive?: (name: string) => readonly string[]) => string;
}

/**
 * An allocator in which no two results, and no two names derived from them, are the same.
 *
 * @example
 * ```
 * const names = createNameAllocator();
 * names.allocate("Pet"); // "Pet"
 * names.allocate("Pet"); // "Pet2"
 * ```
 */
export function createNameAllocator(): NameAllocator {
  const taken = new Set<string>();
  const lastSuffix = new Map<string, number>();
  return {
    allocate(wanted, derive = (name) => [name]) {
      let suffix = lastSuffix.get(wanted) ?? 1;
      let name = suffix === 1 ? wanted : `${wanted}${suffix}`;
      let derived = derive(name);
      while (derived.some((one) => taken.has(one))) {
        suffix += 1;
        name = `${wanted}${suffix}`;
        derived = derive(name);
      }
      lastSuffix.set(wanted, suffix);
      for (const one of derived) {
        taken.add(one);
      }
      return name;
    },
  };
}
