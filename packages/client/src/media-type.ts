/** Whether bodies of this media type are JSON; a wildcard that may be JSON is read as such. */
export function isJson(mediaType: string): boolean {
  return /^\s*([^;]*[/+]json|(\*|application)\/\*)?\s*(;|$)/i.test(mediaType);
}

/** Whether bodies of this media type are text and not JSON. */
export function isText(mediaType: string): boolean {
  return /^\s*(text\/|[^;]*[/+-](xml|yaml|javascript|graphql|ndjson|jsonl|json-seq|sql|toml|urlencoded)\s*(;|$))/i.test(
    mediaType,
  );
}

/**
 * The described media type that a response's own belongs to: of those whose type and parameters all came, the one
 * that states most; else one of the same type, else of the narrowest range.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1
 */
export function findDescribed(mediaType: string, described: readonly string[]): string | undefined {
  // Nothing that is described states more of it, and nearly every answer is so.
  if (described.includes(mediaType)) {
    return mediaType;
  }
  const parts = partsOf(mediaType);
  const [name = ""] = parts;
  // What states more is longer.
  const longest = [...described].sort((a, b) => b.length - a.length);
  const isStated = (one: string) => partsOf(one).every((part) => parts.includes(part));
  return (
    longest.find(isStated) ??
    [name, name.replace(/\/.*/, "/*"), "*/*"].flatMap((range) =>
      described.filter((one) => partsOf(one)[0] === range),
    )[0]
  );
}

/** The type, then the parameters, without the white space, quotes and case that mean nothing. */
function partsOf(mediaType: string): readonly string[] {
  return mediaType.replace(/[\s"]/g, "").toLowerCase().split(";");
}
