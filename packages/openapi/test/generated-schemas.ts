import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import fc from "fast-check";
/** Schemas over few names and values, so that instances meet them and each other. */
export const { schema }: { readonly schema: fc.Arbitrary<JsonValue> } = fc.letrec<{
  schema: JsonValue;
  leaf: JsonValue;
}>((tie) => ({
  leaf: fc.oneof(
    fc.boolean(),
    fc.record({ type: fc.constantFrom("string", "integer", "number", "null", "boolean") }),
    fc.record({
      enum: fc.uniqueArray(fc.constantFrom<JsonValue>("a", "bb", 1, 1.5, 2, null, true, []), {
        minLength: 1,
      }),
    }),
    fc.record({ const: fc.constantFrom<JsonValue>("a", 1, null, { p: 1 }, [1]) }),
    fc.record(
      {
        type: fc.constantFrom("integer", "number"),
        minimum: fc.integer({ min: 0, max: 2 }),
        exclusiveMaximum: fc.integer({ min: 1, max: 4 }),
        multipleOf: fc.constantFrom(1, 2, 0.5),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        minLength: fc.integer({ min: 0, max: 2 }),
        maxLength: fc.integer({ min: 1, max: 3 }),
        pattern: fc.constantFrom("^a", "b$"),
      },
      { requiredKeys: [] },
    ),
    fc.constantFrom({ $ref: "#/$defs/Node" }, { $ref: "#/$defs/Other" }),
  ),
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.record(
      {
        type: fc.constant("object"),
        properties: fc.dictionary(fc.constantFrom("p", "q"), tie("schema"), { maxKeys: 2 }),
        required: fc.subarray(["p", "q"]),
        additionalProperties: tie("schema"),
        patternProperties: fc.dictionary(fc.constantFrom("^p", "q"), tie("schema"), { maxKeys: 1 }),
        maxProperties: fc.integer({ min: 0, max: 2 }),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        type: fc.constantFrom("array", ["array", "null"]),
        items: tie("schema"),
        prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
        maxItems: fc.integer({ min: 0, max: 2 }),
        uniqueItems: fc.boolean(),
        contains: tie("leaf"),
      },
      { requiredKeys: [] },
    ),
    ...["allOf", "anyOf", "oneOf"].map((keyword) =>
      fc.array(tie("schema"), { minLength: 1, maxLength: 3 }).map((all) => ({ [keyword]: all })),
    ),
    fc.record({ not: tie("leaf") }),
    fc
      .tuple(tie("schema"), fc.array(tie("schema"), { minLength: 1, maxLength: 2 }))
      .map(
        ([one, all]) =>
          (typeof one === "object" ? { ...one, allOf: all } : { allOf: all }) as JsonValue,
      ),
    fc
      .tuple(tie("schema"), tie("schema"))
      .map(([one, rest]) => ({ allOf: [one], unevaluatedProperties: rest }) as JsonValue),
  ),
}));

/** What the references of {@link schema} lead to. */
export const $defs: JsonObject = {
  Node: { type: "object", properties: { p: { $ref: "#/$defs/Node" }, q: { type: "integer" } } },
  Other: { properties: { p: { $ref: "#/$defs/Other" } }, required: ["p"] },
};

/** Values that have a chance to meet a {@link schema}. */
export const { value }: { readonly value: fc.Arbitrary<JsonValue> } = fc.letrec<{
  value: JsonValue;
}>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<JsonValue>(
      "",
      "a",
      "bb",
      "ab",
      "aab",
      0,
      1,
      1.5,
      2,
      3,
      4,
      null,
      true,
      false,
      [],
      {},
    ),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("p", "q", "pq", "r"), tie("value"), { maxKeys: 3 }),
  ),
}));

const droppable = new Set([
  ...[
    "type",
    "enum",
    "const",
    "minimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
  ],
  ...["pattern", "required", "maxProperties", "maxItems", "uniqueItems", "contains", "not"],
  ...["additionalProperties", "unevaluatedProperties"],
]);
const lists = new Set(["anyOf", "allOf", "prefixItems"]);

/**
 * The schema, and one that allows what it does and more: some keywords left out, where leaving out
 * can only widen.
 */
export const widening: fc.Arbitrary<readonly [schema: JsonValue, wider: JsonValue]> = fc
  .tuple(schema, fc.infiniteStream(fc.boolean()))
  .map(([one, choices]) => [one, widen(one, () => choices.next().value === true)] as const);

function widen(schema: JsonValue, isChosen: () => boolean): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const entries = Object.entries(schema).filter(([key]) => !droppable.has(key) || isChosen());
  // Which members are evaluated depends on what stands below.
  if (Object.hasOwn(schema, "unevaluatedProperties")) return Object.fromEntries(entries);
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (key === "items") return [key, widen(value, isChosen)];
      if (lists.has(key) && isJsonArray(value)) {
        return [key, value.map((one) => widen(one, isChosen))];
      }
      if (key === "properties" && isJsonObject(value)) {
        const members = Object.entries(value);
        return [
          key,
          Object.fromEntries(members.map(([name, one]) => [name, widen(one, isChosen)])),
        ];
      }
      return [key, value];
    }),
  );
}
