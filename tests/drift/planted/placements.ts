import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { arrayOf, bodies, object, ref, type Scenario, times } from "./scenario.ts";

/** A way from the body to a value: how its schema is wrapped, how the value is, and what it is called there. */
interface Placement {
  readonly name: string;
  readonly schema: (inner: JsonValue) => JsonValue;
  readonly schemas?: (inner: JsonValue) => JsonObject;
  readonly body: (value: JsonValue) => JsonValue;
  readonly location: string;
  /** The first place that the schema describes, where values are seen at another. */
  readonly described?: string;
}

const inField = (inner: JsonValue): JsonObject => object({ a: inner });

const placements: readonly Placement[] = [
  { name: "in the body itself", schema: (inner) => inner, body: (value) => value, location: "" },
  {
    name: "in a field of a field",
    schema: (inner) => object({ o: inField(inner) }),
    body: (value) => ({ o: { a: value } }),
    location: "/o/a",
  },
  {
    name: "in items of an array",
    schema: (inner) => object({ data: arrayOf(inField(inner)) }),
    body: (value) => ({ data: [{ a: value }] }),
    location: "/data/*/a",
  },
  {
    name: "in values of a map",
    schema: (inner) => ({ type: "object", additionalProperties: inField(inner) }),
    body: (value) => ({ k: { a: value } }),
    location: "/*/a",
  },
  {
    name: "in fields that a pattern names",
    schema: (inner) => ({ type: "object", patternProperties: { "^x-": inner } }),
    body: (value) => ({ "x-1": value }),
    location: "/*",
  },
  {
    name: "at the front of a tuple",
    schema: (inner) => ({ type: "array", prefixItems: [inner, {}] }),
    body: (value) => [value],
    location: "/*",
  },
  {
    name: "behind a chain of references",
    schema: () => ref("First"),
    schemas: (inner) => ({ First: ref("Second"), Second: inField(inner) }),
    body: (value) => ({ a: value }),
    location: "/a",
  },
  {
    name: "in a part of allOf",
    schema: (inner) => ({ allOf: [object({ id: {} }), inField(inner)] }),
    body: (value) => ({ id: 1, a: value }),
    location: "/a",
  },
  {
    name: "in anyOf beside null",
    schema: (inner) => object({ o: { anyOf: [{ type: "null" }, inField(inner)] } }),
    body: (value) => ({ o: { a: value } }),
    location: "/o/a",
  },
  {
    name: "in the branch of oneOf that is meant",
    schema: (inner) => ({
      oneOf: [
        object({ kind: { const: "x" }, a: inner }, { required: ["kind"] }),
        object({ kind: { const: "y" } }, { required: ["kind"] }),
      ],
    }),
    body: (value) => ({ kind: "x", a: value }),
    location: "/a",
  },
  {
    name: "in a branch of a oneOf with a discriminator",
    schema: () => ({
      oneOf: [ref("Cat"), ref("Dog")],
      discriminator: { propertyName: "kind" },
    }),
    schemas: (inner) => ({
      Cat: object({ kind: { const: "Cat" }, a: inner }, { required: ["kind"] }),
      Dog: object({ kind: { const: "Dog" } }, { required: ["kind"] }),
    }),
    body: (value) => ({ kind: "Cat", a: value }),
    location: "/a",
  },
  {
    name: "behind then",
    schema: (inner) => ({
      ...object({ kind: {} }),
      if: { properties: { kind: { const: "x" } }, required: ["kind"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: inField(inner),
    }),
    body: (value) => ({ kind: "x", a: value }),
    location: "/a",
  },
  {
    name: "round a cycle",
    schema: () => ref("Node"),
    schemas: (inner) => ({ Node: object({ held: inField(inner), next: ref("Node") }) }),
    body: (value) => ({ next: { held: { a: value }, next: {} } }),
    ...{ location: "/next/held/a", described: "/held/a" },
  },
];

/** A cause that any place can have: three good values and a bad one, or as many as the kind needs. */
interface Cause {
  readonly kind: string;
  readonly severity: string;
  readonly schema: JsonValue;
  readonly values: readonly JsonValue[];
  /** Of the finding, below the value. */
  readonly below?: string;
  /** `1/4` and what follows it. */
  readonly found: string;
}

const causes: readonly Cause[] = [
  {
    ...{ kind: "undocumented-field", severity: "additive", below: "/b", found: "1/4" },
    schema: object({ id: {} }),
    values: [{}, { id: 1 }, {}, { b: 1 }],
  },
  {
    ...{ kind: "missing-required", severity: "breaking", below: "/id", found: "1/4" },
    schema: object({ id: {} }, { required: ["id"] }),
    values: [{ id: 1 }, { id: 2 }, { id: 3 }, {}],
  },
  {
    ...{ kind: "unexpected-null", severity: "breaking", found: "1/4" },
    schema: { type: "string" },
    values: ["a", "b", "c", null],
  },
  {
    ...{ kind: "type-mismatch", severity: "breaking", found: '1/4 {"boolean":1,"integer":3}' },
    schema: { type: "integer" },
    values: [1, 2, 3, true],
  },
  {
    ...{ kind: "format-mismatch", severity: "breaking", found: "1/4" },
    schema: { type: "string", format: "date" },
    values: ["2026-01-01", "2026-01-02", "2024-02-29", "soon"],
  },
  {
    ...{ kind: "constraint-violation", severity: "breaking", found: "1/4" },
    schema: { type: "integer", maximum: 5 },
    values: [1, 2, 5, 6],
  },
  {
    ...{ kind: "undocumented-enum-value", severity: "breaking", found: '1/4 ["c"]' },
    schema: { enum: ["a", "b"] },
    values: ["a", "b", "a", "c"],
  },
  {
    ...{ kind: "open-empty-object", severity: "informational", found: "4/4" },
    schema: object({}),
    values: [{ p: 1 }, { p: 2 }, { p: 3 }, { p: 4 }],
  },
  {
    ...{ kind: "stale-example", severity: "informational", found: "1/1" },
    schema: { type: "integer", examples: ["many"] },
    values: [1],
  },
];

/** Each kind of cause in each place: what is found differs in nothing but the location. */
export const placed: readonly Scenario[] = placements.flatMap((placement) =>
  causes.map((cause) => scenarioOf(placement, cause)),
);

/** Fields that are never seen, in the same places: of a hundred objects. */
export const neverSeen: readonly Scenario[] = placements
  .filter(({ name }) => name !== "round a cycle")
  .map((placement) =>
    scenarioOf(placement, {
      ...{ kind: "never-seen", severity: "informational", below: "/old", found: "0/100" },
      schema: object({ id: {}, old: {} }),
      values: times(100, { id: 1 }),
    }),
  );

function scenarioOf(placement: Placement, cause: Cause): Scenario {
  const { kind, severity, below = "", found, values, schema } = cause;
  // A body that is a string is a raw text.
  const body = (value: JsonValue): JsonValue =>
    typeof value === "string" ? JSON.stringify(value) : value;
  const { location, described = location } = placement;
  const where = `${kind === "stale-example" ? described : location}${below}` || "(body)";
  return {
    name: `${kind} ${placement.name}`,
    schema: placement.schema(schema),
    schemas: placement.schemas?.(schema) ?? {},
    exchanges: bodies(...values.map((value) => body(placement.body(value)))),
    want: [`${severity} ${kind} ${where} ${found}`],
  };
}
