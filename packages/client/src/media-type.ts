/** How a body of a media type is read and written. */
export type BodyKind = "json" | "form" | "multipart" | "text" | "binary";

/** The media type without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

/** How bodies of a media type travel; a wildcard that may be JSON is written as JSON. */
export function bodyKindOf(mediaType: string): BodyKind {
  const name = essenceOf(mediaType);
  if (/^[^/]+\/json$|\+json$|^\*\/\*$|^application\/\*$|^$/.test(name)) {
    return "json";
  }
  if (name === "application/x-www-form-urlencoded") {
    return "form";
  }
  if (name.startsWith("multipart/")) {
    return "multipart";
  }
  return isText(name) ? "text" : "binary";
}

/** The described media type that a response's own belongs to: the same one, with its parameters or without, else the narrowest range. */
export function findDescribed(mediaType: string, described: readonly string[]): string | undefined {
  const name = essenceOf(mediaType);
  const same = described.find((written) => compact(written) === compact(mediaType));
  if (same !== undefined) {
    return same;
  }
  const ranges = [name, `${name.split("/")[0]}/*`, "*/*"];
  return ranges
    .map((range) => described.find((written) => essenceOf(written) === range))
    .find((written) => written !== undefined);
}

/** Without the white space and case that mean nothing. */
function compact(mediaType: string): string {
  return mediaType.replace(/[\s"]/g, "").toLowerCase();
}

function isText(name: string): boolean {
  const application =
    /^application\/(xml|yaml|x-yaml|javascript|graphql|x-ndjson|ndjson|jsonl|json-seq|sql|toml)$/;
  return name.startsWith("text/") || /\+(xml|yaml)$/.test(name) || application.test(name);
}
