import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { pickAnnotations } from "./annotations.ts";
import { prepareArray } from "./array.ts";
import { prepareEnum } from "./enum.ts";
import { prepareObject } from "./object.ts";
import { hideSpecials } from "./placeholder.ts";
import { isObject, items, own } from "./pointer.ts";
import { type Preparation, referToSchema, stringItems } from "./preparation.ts";

/** A schema that nothing meets; openapi-typescript prints it as `never`. */
const nothing: JsonObject = { enum: [] };

/**
 * A schema rewritten to the part of JSON Schema that openapi-typescript prints truly: one `type`,
 * no `const`, and every other composition inside `allOf`, because it would print `anyOf` beside
 * `properties` as an alternative of them.
 */
export function prepareSchema(preparation: Preparation, schema: JsonValue | undefined): JsonObject {
  if (schema === false) {
    return nothing;
  }
  if (!isObject(schema)) {
    return {};
  }
  const enumerated = prepareEnum(schema);
  const annotations = pickAnnotations(schema);
  if (enumerated !== undefined) {
    return { ...annotations, ...enumerated };
  }
  const required = stringItems(own(schema, "required")).map(hideSpecials);
  return { ...annotations, ...combine(conjuncts(preparation, schema), required) };
}

/** Schemas that together say what `schema` says. */
function conjuncts(preparation: Preparation, schema: JsonObject): readonly JsonObject[] {
  const reference = own(schema, "$ref");
  const found: JsonObject[] =
    typeof reference === "string" ? [referToSchema(preparation, reference)] : [];
  found.push(...prepareTypes(preparation, schema));
  found.push(...items(own(schema, "allOf")).map((item) => prepareSchema(preparation, item)));
  for (const keyword of ["anyOf", "oneOf"]) {
    const alternatives = items(own(schema, keyword));
    if (alternatives.length > 0) {
      found.push({ anyOf: alternatives.map((item) => prepareSchema(preparation, item)) });
    }
  }
  return found.filter(saysSomething);
}

function saysSomething(schema: JsonObject): boolean {
  return Object.keys(schema).some((key) =>
    ["$ref", "type", "enum", "allOf", "anyOf"].includes(key),
  );
}

/**
 * `required` stays beside `allOf`, for it may speak of properties that the others declare: there
 * openapi-typescript reads it.
 */
function combine(found: readonly JsonObject[], required: readonly string[]): JsonObject {
  const [only, ...others] = found;
  if (only === undefined) {
    return {};
  }
  const requiresMore = required.length > 0 && !Object.hasOwn(only, "type");
  return others.length === 0 && !requiresMore ? only : { allOf: found, required };
}

function prepareTypes(preparation: Preparation, schema: JsonObject): readonly JsonObject[] {
  const types = findTypes(schema);
  const prepared = types.map((type) => prepareType(preparation, schema, type));
  const [only, ...others] = prepared;
  if (
    only === undefined ||
    (others.length === 0 && only["type"] === "object" && isEmptyBeside(schema, only))
  ) {
    return [];
  }
  return others.length === 0 ? [only] : [{ anyOf: prepared }];
}

/** `type: object` alone beside a composition adds nothing but an index signature that hides the others' fields. */
function isEmptyBeside(schema: JsonObject, prepared: JsonObject): boolean {
  const composed = ["$ref", "allOf", "anyOf", "oneOf"].some((keyword) =>
    Object.hasOwn(schema, keyword),
  );
  return composed && Object.keys(prepared).length === 1;
}

function prepareType(preparation: Preparation, schema: JsonObject, type: string): JsonObject {
  const prepare = (value: JsonValue | undefined) => prepareSchema(preparation, value);
  if (type === "object") {
    return prepareObject(schema, prepare);
  }
  if (type === "array") {
    return prepareArray(schema, prepare);
  }
  return type === "string" ? prepareString(schema) : { type };
}

function prepareString(schema: JsonObject): JsonObject {
  const binary = own(schema, "format") === "binary" || isBinaryContent(schema);
  return binary ? { type: "string", "x-truespec-binary": true } : { type: "string" };
}

function isBinaryContent(schema: JsonObject): boolean {
  const mediaType = own(schema, "contentMediaType");
  return (
    typeof mediaType === "string" &&
    !Object.hasOwn(schema, "contentEncoding") &&
    /^(application\/(octet-stream|pdf|zip|gzip)|(image|audio|video|font)\/)/i.test(mediaType)
  );
}

const known = new Set(["null", "boolean", "object", "array", "number", "string", "integer"]);

function findTypes(schema: JsonObject): readonly string[] {
  const written = own(schema, "type");
  const types = typeof written === "string" ? [written] : stringItems(written);
  const distinct = [...new Set(types)].filter((type) => known.has(type));
  return distinct.length > 0 ? distinct : inferTypes(schema);
}

/** Where `type` is left out, the keywords of one type mean that type, as authors read them. */
function inferTypes(schema: JsonObject): readonly string[] {
  const has = (...keywords: readonly string[]) =>
    keywords.some((keyword) => Object.hasOwn(schema, keyword));
  if (has("properties", "patternProperties") || isObject(own(schema, "additionalProperties"))) {
    return ["object"];
  }
  if (has("items", "prefixItems")) {
    return ["array"];
  }
  return own(schema, "format") === "binary" || isBinaryContent(schema) ? ["string"] : [];
}
