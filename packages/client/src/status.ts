/** What is written for a status: under itself, its range or `default`, as descriptions do. */
export function findByStatus<Value>(
  written: { readonly [status: string]: Value },
  status: number,
): Value | undefined {
  const range = Math.floor(status / 100);
  for (const key of [status, `${range}XX`, `${range}xx`, "default"]) {
    if (Object.hasOwn(written, key)) {
      return written[key];
    }
  }
  return undefined;
}
