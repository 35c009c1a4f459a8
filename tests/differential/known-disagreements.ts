/**
 * Where a peer is known to err, each with a case that shows it. A case that a peer answers right
 * fails the run: its entry is then to be taken out.
 */
import type { JsonValue } from "@truespec/json-schema";
import { isObject } from "./schema-reading.ts";
import type { Case } from "./shrink.ts";

/**
 * A kind of case that a peer answers wrong.
 *
 * - `peer`: its package
 * - `clause`: where the standard says otherwise
 * - `isOfKind`: is a case, taken down to what the disagreement needs, of this kind?
 * - `example`: one such case, and the right answer
 */
export interface KnownDisagreement {
  readonly peer: string;
  readonly reason: string;
  readonly clause: string;
  readonly isOfKind: (one: Case) => boolean;
  readonly example: Case & { readonly valid: boolean };
}

/** Every name and every text in a value. */
function listWords(value: JsonValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(listWords);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...listWords(member)]);
}

const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

function hasInheritedName({ schema, instance }: Case): boolean {
  return [...listWords(schema), ...listWords(instance)].some((word) => inherited.has(word));
}

const has =
  (...words: readonly string[]) =>
  ({ schema }: Case): boolean =>
    words.every((word) => listWords(schema).includes(word));

const ajv = "ajv";
const typebox = "typebox";
const hyperjump = "@hyperjump/json-schema";
const ata = "ata-validator";

const prototypeNames = {
  reason:
    "It reads what every object inherits as if it were a property, or misses it where it is one.",
  clause: "RFC 8259, section 4: a name is any string",
  isOfKind: hasInheritedName,
};
const decimals = {
  clause: "Validation, section 6.2.1: division by the value gives an integer",
  isOfKind: has("multipleOf"),
};

/** All of them. */
export const knownDisagreements: readonly KnownDisagreement[] = [
  {
    ...{ peer: ajv, ...prototypeNames },
    example: { schema: { required: ["constructor"] }, instance: {}, valid: false },
  },
  {
    ...{ peer: typebox, ...prototypeNames },
    example: { schema: { required: ["toString"] }, instance: {}, valid: false },
  },
  {
    ...{ peer: ata, ...prototypeNames },
    example: {
      ...{ schema: { dependentRequired: { toString: ["a"] } }, instance: {}, valid: true },
    },
  },
  {
    ...{ peer: ajv, reason: "It takes an empty name in `required` for none." },
    clause: "RFC 8259, section 4: a name is any string",
    isOfKind: (one) => has("required")(one) && listWords(one.schema).includes(""),
    example: { schema: { required: [""] }, instance: {}, valid: false },
  },
  {
    ...{ peer: ajv, reason: "It divides binary fractions: 19.99 / 0.01 is no integer to it." },
    ...decimals,
    example: { schema: { multipleOf: 0.01 }, instance: 19.99, valid: true },
  },
  {
    ...{ peer: hyperjump, reason: "It takes for a multiple what is one within a tolerance." },
    ...decimals,
    example: { schema: { multipleOf: 2 }, instance: 2.000000001, valid: false },
  },
  {
    ...{ peer: ata, reason: "It takes for a multiple what is one within a tolerance." },
    ...decimals,
    example: { schema: { multipleOf: 2 }, instance: 2.000000001, valid: false },
  },
  {
    ...{ peer: typebox, reason: "It takes for a multiple what is one within a tolerance." },
    ...decimals,
    example: { schema: { multipleOf: 0.1 }, instance: 0.30000000000000004, valid: false },
  },
  {
    ...{ peer: ajv, reason: "Beside `prefixItems` it takes an empty array to contain something." },
    clause: "Core, section 10.3.1.3",
    isOfKind: has("contains"),
    example: {
      ...{ schema: { contains: {}, prefixItems: [{ type: "null" }] }, instance: [], valid: false },
    },
  },
  {
    ...{ peer: ajv, reason: "It counts what only some branches of a union have evaluated." },
    clause: "Core, section 11.2 and 11.3",
    isOfKind: (one) => has("unevaluatedItems")(one) || has("unevaluatedProperties")(one),
    example: {
      schema: { anyOf: [{}, { items: { type: "string" } }], unevaluatedItems: { type: "null" } },
      ...{ instance: [1], valid: false },
    },
  },
  {
    ...{ peer: typebox, reason: "It asks `unevaluatedProperties` of the items of an array." },
    clause: "Core, section 11.3",
    isOfKind: has("unevaluatedProperties"),
    example: { schema: { unevaluatedProperties: false }, instance: [1], valid: true },
  },
  {
    ...{ peer: typebox, reason: "It lets `unevaluatedItems` see what a schema outside evaluated." },
    clause: "Core, section 11.2: adjacent keywords and their subschemas",
    isOfKind: has("unevaluatedItems"),
    example: {
      // biome-ignore lint/suspicious/noThenProperty: a keyword
      schema: { if: { contains: {} }, then: { unevaluatedItems: { const: 2 } } },
      ...{ instance: [[]], valid: false },
    },
  },
  {
    ...{ peer: typebox, reason: "It tells 0 from -0." },
    clause: "Core, section 4.2.2: numbers are equal by value",
    isOfKind: has("uniqueItems"),
    example: { schema: { uniqueItems: true }, instance: [0, -0], valid: false },
  },
  {
    ...{ peer: ata, reason: "To it `.` matches a line separator." },
    clause: "Core, section 6.4: ECMA-262, whose `.` matches no line terminator",
    isOfKind: ({ schema, instance }) =>
      [...listWords(instance)].some((word) => /[\u2028\u2029\n\r]/.test(word)) &&
      (has("pattern")({ schema, instance }) || has("patternProperties")({ schema, instance })),
    example: { schema: { pattern: "^.$" }, instance: "\u2028", valid: false },
  },
  {
    ...{ peer: ata, reason: "It reads the patterns of names without the Unicode flag." },
    clause: "Core, section 6.4: patterns are matched as with the u flag",
    isOfKind: (one) =>
      has("propertyNames")(one) && listWords(one.schema).some((word) => word.includes("\\p")),
    example: {
      schema: { propertyNames: { pattern: "^\\p{L}*$" } },
      ...{ instance: { more: 1 }, valid: true },
    },
  },
];
