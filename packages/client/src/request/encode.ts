/** `text` percent-encoded so that it may stand as a name or value of a query, in a path or in a cookie. Throws URIError for half a surrogate pair. */
export function encodeText(text: string): string {
  return encodeURIComponent(text);
}

/** `name=value`, both percent-encoded. */
export function encodePair(name: string, value: unknown): string {
  return `${encodeText(name)}=${encodeText(textOfScalar(value))}`;
}

/** A scalar as it travels in a URL or header: dates in ISO 8601, objects as JSON. */
export function textOfScalar(value: unknown): string {
  if (typeof value !== "object" || value === null) {
    return String(value);
  }
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

/** Whether a value is an object whose members are serialised one by one. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

/** The members of an object that hold something. */
export function presentEntries(
  value: Readonly<Record<string, unknown>>,
): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
}
