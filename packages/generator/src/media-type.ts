/** How a body of a media type is read and written: `multipart` are forms, `mixed` all other parts. */
export type BodyKind = "json" | "form" | "multipart" | "mixed" | "text" | "binary";

/** The media type without parameters, in lower case. */
export function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

/** Whether bodies of this media type are JSON: `application/json`, `…+json`. */
export function isJson(mediaType: string): boolean {
  const name = essence(mediaType);
  return /^[^/]+\/json$/.test(name) || name.endsWith("+json");
}

/** Whether bodies of this media type are made of parts. */
export function isMultipart(mediaType: string): boolean {
  return essence(mediaType).startsWith("multipart/");
}

/**
 * The media type of a part that is a form or multipart itself, by the `contentType` of its encoding, of which
 * the first is the default; undefined for any other part.
 */
export function findNestedType(contentType: string | undefined): string | undefined {
  const [first = ""] = contentType?.split(",", 1) ?? [];
  const name = essence(first);
  if (name === "multipart/*") {
    return "multipart/mixed";
  }
  const isForm = name === "application/x-www-form-urlencoded";
  return isForm || isMultipart(name) ? first.trim() : undefined;
}

/** How bodies of a media type travel; a wildcard that may be JSON is read as JSON. */
export function bodyKind(mediaType: string): BodyKind {
  const name = essence(mediaType);
  if (isJson(name) || name === "*/*" || name === "application/*" || name === "") {
    return "json";
  }
  if (name === "application/x-www-form-urlencoded") {
    return "form";
  }
  if (isMultipart(name)) {
    return /^multipart\/(form-data|\*)$/.test(name) ? "multipart" : "mixed";
  }
  return isText(name) ? "text" : "binary";
}

/** As the runtime reads it, whose type this decides. */
function isText(name: string): boolean {
  return /^text\/|[/+-](xml|yaml|javascript|graphql|ndjson|jsonl|json-seq|sql|toml|urlencoded)$/.test(
    name,
  );
}
