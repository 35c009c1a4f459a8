/** One entry of the catalogue: how grave a fault is, what is said of it, and how it is mended. */
export interface Entry<P> {
  readonly severity: "error" | "warning";
  readonly message: (params: P) => string;
  readonly hint: (params: P) => string;
}

/** An entry whose fault costs its place what was written there. */
export function error<P>(message: (params: P) => string, hint: (params: P) => string): Entry<P> {
  return { severity: "error", message, hint };
}

/** An entry whose fault was mended or passed over. */
export function warning<P>(message: (params: P) => string, hint: (params: P) => string): Entry<P> {
  return { severity: "warning", message, hint };
}
