import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createInstanceReader,
  createPreparedReader,
  type JsonValue,
  openSchemas,
} from "../index.ts";
import type { Entry } from "./prepared-reader.ts";

const name = fc.constantFrom("a", "b", "tag", "x-c", "__proto__", "constructor");
const type = fc.constantFrom("null", "boolean", "integer", "number", "string", "array", "object");
const { schema } = fc.letrec<{ schema: JsonValue }>((tie) => {
  const list = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
  const members = fc.dictionary(name, tie("schema"), { maxKeys: 3 });
  return {
    schema: fc.oneof(
      { depthSize: "small", maxDepth: 4 },
      fc.record({ type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })) }),
      fc.constantFrom<JsonValue>(true, false, { enum: ["a", 1, null] }, { const: "b" }),
      fc.constantFrom<JsonValue>({ minLength: 2 }, { minimum: 2 }),
      // Never in place: a circle there goes too deep for every instance.
      fc.constantFrom<JsonValue>({ items: { $ref: "#/$defs/Other" } }),
      fc.constantFrom<JsonValue>({ properties: { a: { $ref: "#/$defs/Other" } } }),
      fc.record(
        {
          type,
          properties: members,
          required: fc.uniqueArray(name, { maxLength: 2 }),
          patternProperties: fc.constant({ "^x-": { type: "string" } }),
          additionalProperties: tie("schema"),
          unevaluatedProperties: tie("schema"),
          dependentSchemas: members,
          minProperties: fc.nat(2),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          prefixItems: list,
          items: tie("schema"),
          contains: tie("schema"),
          unevaluatedItems: tie("schema"),
          uniqueItems: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      fc.record({ allOf: list }),
      fc.record({ anyOf: list, type }, { requiredKeys: ["anyOf"] }),
      fc.record({ oneOf: list, properties: members }, { requiredKeys: ["oneOf"] }),
      fc.record({ oneOf: list, discriminator: fc.constant({ propertyName: "tag" }) }),
      fc.record(
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        { if: tie("schema"), then: tie("schema"), else: tie("schema"), not: tie("schema") },
        { requiredKeys: ["if"] },
      ),
    ),
  };
});
const instance = fc
  .letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small", maxDepth: 3 },
      fc.constantFrom<JsonValue>(null, true, 0, 1, 2.5, "a", "b", "longer"),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(name, tie("value"), { maxKeys: 4 }),
    ),
  }))
  .value.map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);

const examples: [root: JsonValue, other: JsonValue, instances: JsonValue[]][] = [
  // Both branches count for both values: once the second is the one that was meant, once both are met.
  [
    { items: { $ref: "#/$defs/Other" } },
    { anyOf: [{ unevaluatedProperties: { type: "null" } }, { items: true }] },
    [[{ a: {}, b: null }], [[]]],
  ],
  [{ properties: { a: true }, unevaluatedProperties: false }, true, [{ a: 1 }, { b: 1 }]],
  [{ prefixItems: [true], unevaluatedItems: false }, true, [[1], [1, 2]]],
  [{ allOf: [{ type: "object" }, { if: { properties: { a: true } } }] }, true, [{ a: 1, b: 1 }]],
];

test("answers as the reader of one instance does, at every place", () => {
  fc.assert(
    fc.property(schema, schema, fc.array(instance, { maxLength: 4 }), (root, other, instances) => {
      const document = openSchemas({ Root: root, $defs: { Other: other } });
      const options = { formats: "assert" } as const;
      const exact = createInstanceReader(document, options);
      const entry = createPreparedReader(document, options).start("/Root");
      // Once more: what is remembered has to be right, too.
      for (const value of [...instances, ...instances]) {
        compareAt(exact, { nodes: exact.start("/Root"), entry, value });
      }
    }),
    { numRuns: 600, examples },
  );
});

interface Pair {
  readonly nodes: ReturnType<ReturnType<typeof createInstanceReader>["start"]>;
  readonly entry: Entry | undefined;
  readonly value: JsonValue;
}

function compareAt(exact: ReturnType<typeof createInstanceReader>, pair: Pair): void {
  const { nodes, entry, value } = pair;
  expect(entry?.nodes ?? []).toEqual(nodes);
  if (entry === undefined) return;
  const applicable = exact.applicable(nodes, value);
  const reading = entry.read(value);
  expect(reading.nodes.map(({ pointer }) => pointer)).toEqual(
    applicable.map(({ pointer }) => pointer),
  );
  expect(reading.accepts(value)).toBe(exact.errors(applicable, value).length === 0);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const below = exact.item(applicable, index);
      compareAt(exact, { nodes: below, entry: reading.item(index), value: item });
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      const below = exact.property(applicable, key);
      const isFound = below.length > 0 || !exact.reaches(applicable, value, key);
      expect(isFound || reading.isConditional).toBe(true);
      compareAt(exact, { nodes: below, entry: reading.property(key), value: member });
    }
  }
}
