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

/** A text as messages quote it. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** How often: `once`, `2 times`. */
export function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

/** The hint that offers the names that may have been meant; another one where there are none. */
export function askMeant(near: readonly string[], otherwise: string): string {
  return near.length > 0 ? `Did you mean ${near.map(quote).join(" or ")}?` : otherwise;
}
