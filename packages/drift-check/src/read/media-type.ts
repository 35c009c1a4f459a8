/** Type and subtype in lower case without parameters: `application/json; charset=utf-8` is `application/json`. Undefined when it is none. */
export function bareMediaType(contentType: string | undefined): string | undefined {
  const bare = contentType?.split(";", 1)[0]?.split(",", 1)[0]?.trim().toLowerCase();
  return bare !== undefined && /^[^\s/]+\/[^\s/]+$/.test(bare) ? bare : undefined;
}

/** Tells whether bodies of this media type are JSON: `application/json`, `text/json` and every `+json`. */
export function isJsonMediaType(mediaType: string | undefined): boolean {
  const bare = bareMediaType(mediaType);
  return bare === "application/json" || bare === "text/json" || (bare?.endsWith("+json") ?? false);
}

/**
 * Tells whether bodies of this media type are JSON texts one after the other: a line each, as in NDJSON
 * and JSON Lines, or behind record separators (RFC 7464).
 */
export function isJsonItemsMediaType(mediaType: string | undefined): boolean {
  const bare = bareMediaType(mediaType) ?? "";
  return (
    /^(application|text)\/(x-)?(ndjson|jsonl|jsonlines|json-lines|ldjson|json-seq)$/.test(bare) ||
    bare.endsWith("+json-seq")
  );
}

/** Tells whether bodies of this media type are the fields of a form, as a query is written. */
export function isFormMediaType(mediaType: string | undefined): boolean {
  return bareMediaType(mediaType) === "application/x-www-form-urlencoded";
}

/** Tells whether bodies of this media type are parts between boundaries. */
export function isMultipart(mediaType: string | undefined): boolean {
  return bareMediaType(mediaType)?.startsWith("multipart/") ?? false;
}

/** Tells whether bodies of this media type are server-sent events. */
export function isEventStream(mediaType: string | undefined): boolean {
  return bareMediaType(mediaType) === "text/event-stream";
}

/** Tells whether bodies of this media type are web pages. */
export function isHtmlMediaType(mediaType: string | undefined): boolean {
  const bare = bareMediaType(mediaType);
  return bare === "text/html" || bare === "application/xhtml+xml";
}

/** The `charset` parameter of a content type; `utf-8` by default. */
export function charsetOf(contentType: string | undefined): string {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType?.slice(0, 400) ?? "")?.[1] ?? "utf-8";
}
