import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { addShapes, type Shape } from "../profile/shape.ts";
import type { InstanceType } from "../profile/type-counts.ts";
import { typesIn } from "../profile/type-counts.ts";
import { judgeKeys } from "./map-or-record.ts";
import { inferString } from "./string-keywords.ts";

/**
 * The schema (JSON Schema 2020-12) that what was seen bears out, and no more: types that were seen, never `required`,
 * never a bound. An array that was always empty says nothing of its items, and null alone says nothing of the type.
 */
export function inferSchema(shape: Shape): JsonObject {
  const types = widenNumbers(typesIn(shape.types));
  if (types.every((type) => type === "null")) return {};
  return {
    type: types.length === 1 ? (types[0] ?? null) : types,
    ...(types.includes("string") ? inferString(shape) : {}),
    ...(types.includes("array") ? inferItems(shape) : {}),
    ...(types.includes("object") ? inferFields(shape) : {}),
  };
}

/** The types in the order in which people write them: null last, and integer with number is number. */
export function widenNumbers(types: readonly InstanceType[]): readonly InstanceType[] {
  const widened = types.includes("number") ? types.filter((type) => type !== "integer") : types;
  return [
    ...widened.filter((type) => type !== "null"),
    ...widened.filter((type) => type === "null"),
  ];
}

function inferItems({ items }: Shape): { readonly [keyword: string]: JsonValue } {
  const schema = items === undefined ? {} : inferSchema(items);
  return Object.keys(schema).length === 0 ? {} : { items: schema };
}

function inferFields(shape: Shape): { readonly [keyword: string]: JsonValue } {
  const children = [...shape.properties];
  if (children.length === 0) return {};
  switch (judgeKeys(shape)) {
    case "map":
      return { additionalProperties: inferSchema(sumOf(children.map(([, child]) => child))) };
    case "unsure":
      return { additionalProperties: true };
    case "record":
      return { properties: fieldsOf(children) };
  }
}

function fieldsOf(children: readonly (readonly [string, Shape])[]): JsonObject {
  const fields = children.map(([name, child]) => [name, inferSchema(child)] as const);
  // `fromEntries` defines each name, so `__proto__` is a field like any other.
  return Object.fromEntries([...fields].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function sumOf(shapes: readonly Shape[]): Shape {
  return shapes.reduce(addShapes);
}
