import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { isBinary } from "./binary.ts";
import { findAt, findReferred, isObject, items, members, own } from "./pointer.ts";
import type { Preparation } from "./preparation.ts";
import { surveyFrom } from "./survey.ts";
import { type Bytes, seeWithin } from "./view.ts";

/** How bytes are to be seen in the schema at `tokens`, at the least, for it to look as where they are seen so. */
export function findBytes(
  preparation: Preparation,
  tokens: readonly string[],
  bytes: Bytes,
): Bytes {
  return bytes !== "text" && surveyFrom(preparation, tokens).binary
    ? leastOf({ preparation, known: new Map() }, findAt(preparation.document, tokens), bytes)
    : "text";
}

interface Search {
  readonly preparation: Preparation;
  /** What it found where a reference leads; nothing yet where it is about to. */
  readonly known: Map<string, Bytes>;
}

function leastOf(search: Search, schema: JsonValue | undefined, bytes: Bytes): Bytes {
  if (bytes === "text" || !isObject(schema)) {
    return "text";
  }
  const composed = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => items(own(schema, keyword)));
  const found = composed.map((one) => leastOf(search, one, bytes));
  const reference = own(schema, "$ref");
  if (typeof reference === "string") {
    found.push(leastAt(search, reference, bytes));
  }
  const holdsBlob = (type: "object" | "array", values: readonly (JsonValue | undefined)[]) =>
    values.some((value) => leastOf(search, value, seeWithin(bytes, type)) !== "text");
  if (holdsBlob("object", listMembers(schema))) {
    found.push("parts");
  }
  if (holdsBlob("array", [...items(own(schema, "prefixItems")), own(schema, "items")])) {
    found.push("member");
  }
  if (isBinary(schema)) {
    found.push("part");
  }
  return (["parts", "member", "part"] as const).find((one) => found.includes(one)) ?? "text";
}

function listMembers(schema: JsonObject): readonly (JsonValue | undefined)[] {
  const named = ["properties", "patternProperties"].flatMap((keyword) =>
    members(own(schema, keyword)).map(([, value]) => value),
  );
  return [...named, own(schema, "additionalProperties")];
}

function leastAt(search: Search, reference: string, bytes: Bytes): Bytes {
  const { preparation, known } = search;
  const key = `${bytes} ${reference}`;
  const found = known.get(key);
  if (found !== undefined) {
    return found;
  }
  known.set(key, "text");
  const least = leastOf(search, findReferred(preparation.document, reference), bytes);
  known.set(key, least);
  return least;
}
