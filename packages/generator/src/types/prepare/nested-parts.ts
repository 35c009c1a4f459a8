import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { findNestedType, isMultipart } from "../../media-type.ts";
import { asObject, fromMembers, isObject, items, members, own } from "./pointer.ts";
import { type Preparation, resolveNode } from "./preparation.ts";

/**
 * The schema of a multipart body, of which each part that is multipart itself is remembered: its own parts
 * may be bytes. `holder` is what has the encodings, a Media Type Object or an Encoding Object.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#encoding-usage-and-restrictions
 */
export function rememberNested(
  preparation: Preparation,
  schema: JsonValue | undefined,
  holder: JsonObject,
): JsonValue | undefined {
  const written = asObject(schema);
  const resolved = written && hasNested(holder) ? resolveNode(preparation, written) : undefined;
  return resolved === undefined
    ? schema
    : {
        ...resolved,
        ...rememberNamed(preparation, resolved, holder),
        ...rememberPlaced(preparation, resolved, holder),
      };
}

function hasNested(holder: JsonObject): boolean {
  const named = members(own(holder, "encoding")).map(([, encoding]) => encoding);
  const placed = [...items(own(holder, "prefixEncoding")), own(holder, "itemEncoding")];
  return [...named, ...placed].some(isNested);
}

function isNested(encoding: JsonValue | undefined): encoding is JsonObject {
  const contentType = isObject(encoding) ? own(encoding, "contentType") : undefined;
  const nested = typeof contentType === "string" ? findNestedType(contentType) : undefined;
  return nested !== undefined && isMultipart(nested);
}

function rememberNamed(
  preparation: Preparation,
  schema: JsonObject,
  holder: JsonObject,
): JsonObject {
  const encodings = asObject(own(holder, "encoding")) ?? {};
  const properties = members(own(schema, "properties"));
  const remembered = properties.map(
    ([name, one]) => [name, rememberItems(preparation, one, own(encodings, name))] as const,
  );
  return properties.length === 0 ? {} : { properties: fromMembers(remembered) };
}

/** Each item of an array is a part of that name. */
function rememberItems(
  preparation: Preparation,
  schema: JsonValue,
  encoding: JsonValue | undefined,
): JsonValue {
  const written = asObject(schema);
  const resolved = written && resolveNode(preparation, written);
  const item = resolved && own(resolved, "items");
  return item === undefined || !isNested(encoding)
    ? rememberPart(preparation, schema, encoding)
    : { ...resolved, items: rememberPart(preparation, item, encoding) };
}

/** An encoding without a schema at its position is one of an item. */
function rememberPlaced(
  preparation: Preparation,
  schema: JsonObject,
  holder: JsonObject,
): JsonObject {
  const itemEncoding = own(holder, "itemEncoding");
  const encodings = items(own(holder, "prefixEncoding"));
  const first = items(own(schema, "prefixItems"));
  const rest = own(schema, "items");
  const count = Math.max(first.length, encodings.some(isNested) ? encodings.length : 0);
  const prefixItems = Array.from({ length: count }, (_, index) => {
    const encoding = index < encodings.length ? encodings[index] : itemEncoding;
    return rememberPart(preparation, first[index] ?? rest ?? {}, encoding);
  });
  return {
    ...(count === 0 ? {} : { prefixItems }),
    ...(rest === undefined ? {} : { items: rememberPart(preparation, rest, itemEncoding) }),
  };
}

function rememberPart(
  preparation: Preparation,
  schema: JsonValue,
  encoding: JsonValue | undefined,
): JsonValue {
  if (!isObject(schema) || !isNested(encoding)) {
    return schema;
  }
  const part = { ...asObject(rememberNested(preparation, schema, encoding)) };
  preparation.nestedParts.add(part);
  return part;
}
