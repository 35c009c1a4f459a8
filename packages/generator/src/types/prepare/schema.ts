import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { pickAnnotations } from "./annotations.ts";
import { prepareArray } from "./array.ts";
import { isBinary } from "./binary.ts";
import { isDateTime } from "./date.ts";
import { prepareBranches } from "./discriminator.ts";
import { prepareEnum } from "./enum.ts";
import { isNothing, prepareObject } from "./object.ts";
import { isObjectBeside, someObject } from "./object-only.ts";
import { isObject, items, own } from "./pointer.ts";
import { type Preparation, stringItems } from "./preparation.ts";
import { requirePresence } from "./presence.ts";
import { referToSchema, reportUnresolved } from "./refer.ts";
import { findTypes, isComposed } from "./type.ts";
import { seeWithin, viewBody } from "./view.ts";
import { isHidden } from "./visible.ts";

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
  const seen = seeParts(preparation, schema);
  const said =
    prepareEnum(schema, preparation.enums) ??
    (isComposed(schema) ? combine(seen, schema) : prepareTypes(seen, schema)[0]);
  return { ...pickAnnotations(schema), ...said };
}

/** Of a part that has parts itself these may be bytes again. */
function seeParts(preparation: Preparation, schema: JsonObject): Preparation {
  const { view, nestedParts } = preparation;
  return view.bytes === "text" || !nestedParts.has(schema)
    ? preparation
    : { ...preparation, view: viewBody(view.direction, "parts") };
}

function combine(preparation: Preparation, schema: JsonObject): JsonObject {
  const required = stringItems(own(schema, "required")).filter(
    (name) => !isHidden(preparation, schema, name),
  );
  return requirePresence(preparation, conjuncts(preparation, schema), required);
}

/** Schemas that together say what `schema` says. */
function conjuncts(preparation: Preparation, schema: JsonObject): readonly JsonObject[] {
  const reference = own(schema, "$ref");
  const found: JsonObject[] =
    typeof reference === "string" ? [referToSchema(preparation, reference)] : [];
  const dynamic = own(schema, "$dynamicRef");
  if (typeof dynamic === "string") {
    // What it means stands in its place, where it means something.
    reportUnresolved(preparation, dynamic);
  }
  found.push(...prepareTypes(preparation, schema));
  found.push(...items(own(schema, "allOf")).map((item) => prepareSchema(preparation, item)));
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = prepareBranches(preparation, schema, items(own(schema, keyword)));
    if (branches.length > 0) {
      found.push({ anyOf: branches.map((branch) => prepareSchema(preparation, branch)) });
    }
  }
  return found.filter(saysSomething);
}

const assertions = ["$ref", "type", "enum", "allOf", "anyOf"];

function saysSomething(schema: JsonObject): boolean {
  return assertions.some((keyword) => Object.hasOwn(schema, keyword));
}

/** What a schema says itself, one `type` at a time. */
function prepareTypes(preparation: Preparation, schema: JsonObject): readonly JsonObject[] {
  const prepared = findTypes(schema).map((type) => prepareType(preparation, schema, type));
  const [only, ...others] = prepared;
  if (only === undefined) {
    return [];
  }
  if (others.length > 0) {
    return [{ anyOf: prepared }];
  }
  if (!isComposed(schema) || !isNothing(only)) {
    return [only];
  }
  const isWritten = Object.hasOwn(schema, "type");
  return isWritten && !isObjectBeside(preparation, schema) ? [someObject] : [];
}

function prepareType(preparation: Preparation, schema: JsonObject, type: string): JsonObject {
  if (type === "object" || type === "array") {
    const within = enter(preparation, type);
    const prepare = (value: JsonValue | undefined) => prepareSchema(within, value);
    return type === "object"
      ? prepareObject(preparation, schema, prepare)
      : prepareArray(schema, prepare);
  }
  return type === "string" ? prepareString(preparation, schema) : { type };
}

/** The preparation of what stands inside of an object or an array. */
function enter(preparation: Preparation, type: "object" | "array"): Preparation {
  const { direction, bytes } = preparation.view;
  return bytes === "text"
    ? preparation
    : { ...preparation, view: viewBody(direction, seeWithin(bytes, type)) };
}

/** Bytes are a text in JSON, which has nothing else for them, and a `Blob` where they are a part of a body. */
function prepareString(preparation: Preparation, schema: JsonObject): JsonObject {
  if (preparation.dates === "Date" && isDateTime(schema)) {
    return { type: "string", "x-truespec-print": "date" };
  }
  return preparation.view.bytes !== "text" && isBinary(schema)
    ? { type: "string", "x-truespec-print": "blob" }
    : { type: "string" };
}
