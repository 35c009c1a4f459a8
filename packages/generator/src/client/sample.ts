import { isJsonArray, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import type { MediaType, Parameter } from "@truespec/openapi";
import { follow, resolveAt } from "../follow.ts";
import { bodyKind } from "../media-type.ts";
import { printValue, valueKey } from "../print/literal.ts";
import { asObject, items, own } from "../types/prepare/pointer.ts";

/** The longest value that is shown, in characters. */
const longest = 60;

/** How deep the objects of a body stand in each other at most. */
const deepest = 3;

/** A value of a parameter as an example of code shows it: one that the description gives, or one of its type. */
export function printSample(document: JsonObject, { examples, schemaPointer }: Parameter): string {
  const schema = schemaPointer === undefined ? undefined : resolveAt(document, schemaPointer);
  return findShort([...examples, ...givenBy(schema)]) ?? printTyped(schema);
}

/**
 * A body as an example of code shows it: what it cannot go without, or else its first member. Undefined
 * where that takes more than a line or a plain object.
 */
export function printSampleBody(
  document: JsonObject,
  { mediaType, schemaPointer }: MediaType,
): string | undefined {
  const isPlain = ["json", "form"].includes(bodyKind(mediaType));
  if (!isPlain || schemaPointer === undefined) return undefined;
  const text = printObject(document, resolveAt(document, schemaPointer), 1);
  return text === undefined || text.length > longest ? undefined : text;
}

function printObject(
  document: JsonObject,
  schema: JsonObject | undefined,
  depth: number,
): string | undefined {
  if (schema === undefined || mainType(schema) !== "object" || isCombined(schema)) return undefined;
  const properties = asObject(own(schema, "properties")) ?? {};
  const isShown = (name: string) => asObject(own(properties, name))?.["readOnly"] !== true;
  const required = items(own(schema, "required")).filter((name) => typeof name === "string");
  const names = (required.length > 0 ? required : Object.keys(properties).slice(0, 1)).filter(
    isShown,
  );
  if (names.length === 0) return undefined;
  const members = names.map((name) => {
    const property = follow(document, asObject(own(properties, name)));
    const value = printMember(document, property, depth);
    return value === undefined ? undefined : `${valueKey(name)}: ${value}`;
  });
  return members.includes(undefined) ? undefined : `{ ${members.join(", ")} }`;
}

function printMember(
  document: JsonObject,
  schema: JsonObject | undefined,
  depth: number,
): string | undefined {
  if (schema === undefined || isCombined(schema)) return undefined;
  const given = givenBy(schema);
  if (given.length > 0) return findShort(given);
  if (mainType(schema) !== "object") return printTyped(schema);
  return depth < deepest ? printObject(document, schema, depth + 1) : undefined;
}

function isCombined(schema: JsonObject): boolean {
  return ["allOf", "anyOf", "oneOf"].some((keyword) => Object.hasOwn(schema, keyword));
}

function findShort(values: readonly JsonValue[]): string | undefined {
  return values.map(printValue).find((text) => text.length <= longest);
}

/** Values that a schema itself names. */
function givenBy(schema: JsonObject | undefined): readonly JsonValue[] {
  const { const: only, default: preset, enum: listed } = schema ?? {};
  const [first] = isJsonArray(listed) ? listed.filter((value) => value !== null) : [];
  return [only, first, preset].filter((value) => value !== undefined);
}

function mainType({ type }: JsonObject = {}): JsonValue | undefined {
  return (isJsonArray(type) ? type : [type]).find((name) => name !== "null");
}

function printTyped(schema: JsonObject | undefined): string {
  switch (mainType(schema)) {
    case "integer":
    case "number":
      return printValue(schema?.["minimum"] ?? 1);
    case "boolean":
      return "true";
    case "array":
      return "[]";
    case "object":
      return "{}";
    default:
      return '"…"';
  }
}
