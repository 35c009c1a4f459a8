/** What a table holds under a key of its own: a name such as `constructor` finds nothing that nobody put there. */
export function findOwn<Value>(
  table: { readonly [key: string]: Value },
  key: string,
): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
