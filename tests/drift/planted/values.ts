import { arrayOf, bodies, list, object, ref, type Scenario, times } from "./scenario.ts";

const nullable = (inner: object, version = "3.0.3"): Pick<Scenario, "schema" | "version"> => ({
  schema: object({ a: inner as never }),
  version,
});

/** Values of another type, null, of another format or beyond a bound. */
export const values: readonly Scenario[] = [
  {
    name: "types in one place are one finding with a histogram",
    schema: arrayOf(object({ size: { type: "string" } })),
    exchanges: bodies([...times(5, { size: 1 }), { size: "1" }, { size: 1.5 }, { size: [] }]),
    want: ['breaking type-mismatch /*/size 7/8 {"array":1,"integer":5,"number":1,"string":1}'],
  },
  {
    name: "null and a wrong type in one place are two findings of the same values",
    schema: arrayOf(object({ size: { type: "string" } })),
    exchanges: bodies([{ size: null }, { size: 1 }, { size: "1" }, { size: "2" }]),
    want: [
      "breaking unexpected-null /*/size 1/4",
      'breaking type-mismatch /*/size 1/4 {"integer":1,"null":1,"string":2}',
    ],
  },
  {
    name: "never of the described type: systematic",
    schema: arrayOf(object({ price: { type: "number" } })),
    exchanges: bodies(list(25, (index) => ({ price: `${index}` }))),
    want: ['breaking type-mismatch /*/price 25/25 {"string":25} systematic'],
  },
  {
    name: "always null: systematic",
    schema: arrayOf(object({ limits: { type: "object" } })),
    exchanges: bodies(times(25, { limits: null })),
    want: ["breaking unexpected-null /*/limits 25/25 systematic"],
  },
  {
    name: "1.5 is no integer",
    schema: { type: "integer" },
    exchanges: bodies(1, 1.5),
    want: ['breaking type-mismatch (body) 1/2 {"integer":1,"number":1}'],
  },
  {
    name: "what is below a value of a wrong type means nothing",
    schema: object({ a: { type: "string", enum: ["x"], minLength: 1 } }),
    exchanges: bodies({ a: { deep: [1] } }, { a: "x" }),
    want: ['breaking type-mismatch /a 1/2 {"object":1,"string":1}'],
  },
  {
    name: "of oneOf with null the branch of the observed type is meant",
    schema: object({ a: { oneOf: [{ type: "null" }, object({ b: { type: "string" } })] } }),
    exchanges: bodies({ a: { b: 1 } }, { a: null }, { a: { b: "x" } }),
    want: ['breaking type-mismatch /a/b 1/2 {"integer":1,"string":1}'],
  },
  {
    name: "of oneOf of types the branch of the observed type is meant",
    schema: object({ a: { oneOf: [{ type: "string", maxLength: 2 }, { type: "integer" }] } }),
    exchanges: bodies({ a: "long" }, { a: 1 }),
    want: ["breaking constraint-violation /a 1/2"],
  },
  {
    name: "no branch of anyOf is of the observed type",
    schema: object({ a: { anyOf: [{ type: "string" }, { type: "integer" }] } }),
    exchanges: bodies({ a: true }, { a: 1 }),
    want: ['breaking type-mismatch /a 1/2 {"boolean":1,"integer":1}'],
  },
  {
    name: "null where no branch of anyOf allows it",
    schema: object({ a: { anyOf: [{ type: "string" }, object({ b: {} })] } }),
    exchanges: bodies({ a: null }, { a: "x" }),
    want: ["breaking unexpected-null /a 1/2"],
  },
  {
    name: "constraints of one value are one finding",
    schema: object({ a: { type: "string", minLength: 5, pattern: "^x" } }),
    exchanges: bodies({ a: "y" }, { a: "xxxxx" }),
    want: ["breaking constraint-violation /a 1/2"],
  },
  {
    name: "bounds of arrays and of objects",
    schema: object({
      list: { type: "array", maxItems: 1, items: {} },
      map: { type: "object", minProperties: 1, additionalProperties: true },
      set: { type: "array", uniqueItems: true, items: {} },
    }),
    exchanges: bodies({ list: [1, 2], map: {}, set: [1, 1.0] }),
    want: [
      "breaking constraint-violation /list 1/1",
      "breaking constraint-violation /map 1/1",
      "breaking constraint-violation /set 1/1",
    ],
  },
  ...["date-time", "uuid", "email", "uri", "ipv4"].map((format) => ({
    name: `no ${format}`,
    schema: object({ a: { type: "string", format } }),
    exchanges: bodies({ a: "no such thing" }),
    want: ["breaking format-mismatch /a 1/1"],
  })),
  {
    name: "an integer beyond int32",
    schema: object({ a: { type: "integer", format: "int32" } }),
    exchanges: bodies({ a: 3_000_000_000 }, { a: 2_147_483_647 }),
    want: ["breaking format-mismatch /a 1/2"],
  },
  {
    name: "a body of another type says nothing of its fields",
    schema: object({ data: {} }),
    exchanges: bodies([{ data: 1, more: 2 }], { data: 1 }),
    want: ['breaking type-mismatch (body) 1/2 {"array":1,"object":1}'],
  },
  {
    name: "a part of allOf that forbids what another part describes",
    schema: { allOf: [object({ id: {} }, { additionalProperties: false }), object({ b: {} })] },
    exchanges: bodies({ id: 1, b: 2 }, { id: 1 }),
    want: ["breaking constraint-violation (body) 1/2"],
  },
  {
    name: "a value that may not be there at all",
    schema: object({ a: false, b: {} }),
    exchanges: bodies({ a: 1, b: 1 }),
    want: ["additive undocumented-field /a 1/1"],
  },
  {
    name: "nullable stands beside type in 3.0",
    ...nullable({ type: "string", nullable: true }),
    exchanges: bodies({ a: null }, { a: "x" }),
    want: [],
  },
  {
    name: "nullable without a type means nothing in 3.0: the reference decides",
    ...nullable({ nullable: true, allOf: [ref("S")] }),
    schemas: { S: { type: "string" } },
    exchanges: bodies({ a: null }, { a: "x" }),
    want: ["breaking unexpected-null /a 1/2"],
  },
  {
    name: "nullable beside type object and allOf: the parts still forbid null in 3.0",
    ...nullable({ type: "object", nullable: true, allOf: [ref("S")] }),
    schemas: { S: { type: "object" } },
    exchanges: bodies({ a: null }, { a: {} }),
    want: ["breaking unexpected-null /a 1/2"],
  },
  {
    name: "an enum without null forbids it in 3.0, nullable or not",
    ...nullable({ type: "string", nullable: true, enum: ["x"] }),
    exchanges: bodies({ a: null }, { a: "x" }),
    want: ["breaking unexpected-null /a 1/2"],
  },
  {
    name: "an enum with null beside nullable in 3.0",
    ...nullable({ type: "string", nullable: true, enum: ["x", null] }),
    exchanges: bodies({ a: null }, { a: "x" }),
    want: [],
  },
  {
    name: "nullable: false in 3.0",
    ...nullable({ type: "string", nullable: false }),
    exchanges: bodies({ a: null }, { a: "x" }),
    want: ["breaking unexpected-null /a 1/2"],
  },
  {
    name: "a nullable schema behind a reference in 3.0",
    ...nullable(ref("S")),
    schemas: { S: { type: "object", nullable: true, properties: { b: {} } } },
    exchanges: bodies({ a: null }, { a: { b: 1 } }),
    want: [],
  },
  {
    name: "nullable in 3.1 means nothing and is meant all the same",
    ...nullable({ type: "string", nullable: true }, "3.1.0"),
    exchanges: bodies({ a: null }, { a: "x" }),
    want: [],
  },
  {
    name: "nullable beside a reference in 3.1",
    ...nullable({ ...ref("S"), nullable: true }, "3.1.0"),
    schemas: { S: { type: "string" } },
    exchanges: bodies({ a: null }, { a: "x" }),
    want: [],
  },
  {
    name: "nullable beside an enum in 3.1",
    ...nullable({ type: "string", enum: ["x"], nullable: true }, "3.1.0"),
    exchanges: bodies({ a: null }, { a: "x" }),
    want: [],
  },
  {
    name: "nullable around anyOf in 3.1",
    ...nullable({ anyOf: [{ type: "string" }, { type: "integer" }], nullable: true }, "3.1.0"),
    exchanges: bodies({ a: null }, { a: "x" }, { a: true }),
    want: ['breaking type-mismatch /a 1/3 {"boolean":1,"null":1,"string":1}'],
  },
  {
    name: "a list of types in 3.1",
    ...nullable({ type: ["string", "null"] }, "3.1.0"),
    exchanges: bodies({ a: null }, { a: 1 }),
    want: ['breaking type-mismatch /a 1/2 {"integer":1,"null":1}'],
  },
  {
    name: "exclusiveMinimum is a flag in 3.0",
    ...nullable({ type: "integer", minimum: 0, exclusiveMinimum: true }),
    exchanges: bodies({ a: 0 }, { a: 1 }),
    want: ["breaking constraint-violation /a 1/2"],
  },
];
