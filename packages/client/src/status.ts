/** What is written for a status: under itself, its range or `default`, as descriptions do. */
export function findByStatus<Value>(
  written: { readonly [status: string]: Value },
  status: number,
): Value | undefined {
  const range = Math.floor(status / 100);
  const keys = [String(status), `${range}XX`, `${range}xx`, "default"];
  const key = keys.find((one) => Object.hasOwn(written, one));
  return key === undefined ? undefined : written[key];
}
