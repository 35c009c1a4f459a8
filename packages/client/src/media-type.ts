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

/** The described media type that a response's own belongs to: the same one, with its parameters or without, else the narrowest range. */
export function findDescribed(mediaType: string, described: readonly string[]): string | undefined {
  if (described.includes(mediaType)) {
    return mediaType;
  }
  const name = essenceOf(mediaType);
  const ranges = [compact(mediaType), name, name.replace(/\/.*/, "/*"), "*/*"];
  return ranges.flatMap((range) =>
    described.filter((one) => compact(one) === range || essenceOf(one) === range),
  )[0];
}

/** The media type without parameters, in lower case. */
function essenceOf(mediaType: string): string {
  return compact(mediaType).replace(/;.*/, "");
}

/** Without the white space, quotes and case that mean nothing. */
function compact(mediaType: string): string {
  return mediaType.replace(/[\s"]/g, "").toLowerCase();
}
