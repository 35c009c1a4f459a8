/**
 * `text` percent-encoded so that it may stand as a name or value of a query, in a path or in a cookie: all but
 * what RFC 3986 calls unreserved, as in RFC 6570's simple expansion (section 3.2.2). Throws URIError for half a
 * surrogate pair.
 */
export function encodeText(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (left) => `%${left.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * `text` by RFC 6570's reserved expansion (section 3.2.3): reserved characters and what is percent-encoded
 * already stay as they are. Only those of `ends` do not, which would end the component it stands in. Throws
 * URIError for half a surrogate pair.
 */
export function encodeReserved(text: string, ends: RegExp): string {
  // `encodeURI` leaves what was reserved before RFC 3986, which is all but the brackets.
  return encodeURI(text)
    .replace(/%5B/g, "[")
    .replace(/%5D/g, "]")
    .replace(/%25(?=[\da-f]{2})/gi, "%")
    .replace(ends, encodeURIComponent);
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

/**
 * The members of an object, or the items of an array by index, that hold something: null is what RFC 6570
 * calls undefined (section 2.3), and it expands none of that.
 */
export function presentEntries(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
}

/** The items of an array that hold something. */
export function presentItems(value: readonly unknown[]): readonly unknown[] {
  return presentEntries(value).map(([, item]) => item);
}
