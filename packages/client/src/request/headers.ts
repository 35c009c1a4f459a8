/** Headers as a caller gives them; null takes one away that a weaker source set. */
export type HeadersInput =
  | Headers
  | Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** Sets headers over those that are there, which are by name in lower case. */
export function setHeaders(headers: Record<string, string>, given: HeadersInput = {}): void {
  const entries = given instanceof Headers ? given : Object.entries(given);
  for (const [name, value] of entries) {
    const key = name.toLowerCase();
    if (value === null) {
      delete headers[key];
    } else if (value !== undefined) {
      headers[key] = typeof value === "object" ? value.join(", ") : String(value);
    }
  }
}
