import { arrayOf, bodies, exchange, list, object, ref, type Scenario, times } from "./scenario.ts";

const uuid = (index: number): string =>
  `${String(index).padStart(8, "0")}-1f2e-4d3c-8b4a-5f6e7d8c9b0a`;

/** Fields that the description does not know, or requires in vain. */
export const fields: readonly Scenario[] = [
  {
    name: "one cause in 300 items is one finding",
    schema: object({ data: arrayOf(object({ id: {} })) }),
    exchanges: bodies({ data: list(300, (id) => ({ id, new: id })) }),
    want: ["additive undocumented-field /data/*/new 300/300"],
  },
  {
    name: "a field that comes late, in item 250",
    schema: arrayOf(object({ id: {} })),
    exchanges: bodies(list(300, (id) => (id === 250 ? { id, late: {} } : { id }))),
    want: ["additive undocumented-field /*/late 1/300"],
  },
  {
    name: "two fields are two findings",
    schema: arrayOf(object({ id: {} })),
    exchanges: bodies([{ b: 1 }, { b: 1, c: 1 }]),
    want: ["additive undocumented-field /*/b 2/2", "additive undocumented-field /*/c 1/2"],
  },
  {
    name: "a tree under a new field is one finding",
    schema: object({ id: {} }),
    exchanges: bodies({ links: { self: { href: "x", rel: ["y"] }, next: null } }),
    want: ["additive undocumented-field /links 1/1"],
  },
  {
    name: "keys that are data are one finding",
    schema: object({ id: {} }),
    exchanges: bodies(
      Object.fromEntries(list(60, (index) => uuid(index)).map((key) => [key, { name: "x" }])),
    ),
    want: ["additive undocumented-field /* 1/1 open set"],
  },
  {
    name: "a new field that holds keys of data is one finding",
    schema: object({ id: {} }),
    exchanges: bodies(
      ...list(3, (run) => ({
        by_id: Object.fromEntries(list(40, (i) => uuid(run * 40 + Number(i))).map((k) => [k, 1])),
      })),
    ),
    want: ["additive undocumented-field /by_id 3/3"],
  },
  {
    name: "names that JSON Pointer escapes, and names of the language",
    schema: object({ id: {} }),
    exchanges: [exchange('{"a/b~c":1,"__proto__":{"x":1},"constructor":2,"":3}')],
    want: [
      "additive undocumented-field /a~1b~0c 1/1",
      "additive undocumented-field /__proto__ 1/1",
      "additive undocumented-field /constructor 1/1",
      "additive undocumented-field / 1/1",
    ],
  },
  {
    name: "a field that a closed schema forbids is undocumented, and nothing else",
    schema: object({ id: {} }, { additionalProperties: false }),
    exchanges: bodies({ id: 1, b: 1 }),
    want: ["additive undocumented-field /b 1/1"],
  },
  {
    name: "a field that unevaluatedProperties forbids, over two parts of allOf",
    schema: { allOf: [object({ a: {} }), object({ b: {} })], unevaluatedProperties: false },
    exchanges: bodies({ a: 1, b: 1, c: 1 }),
    want: ["additive undocumented-field /c 1/1"],
  },
  {
    name: "one bad value does not make the fields beside it undocumented",
    schema: {
      allOf: [object({ id: {}, price: { type: "string" } })],
      unevaluatedProperties: false,
    },
    exchanges: bodies({ id: 1, price: 5 }, { id: 1, price: "5" }),
    want: ['breaking type-mismatch /price 1/2 {"integer":1,"string":1}'],
  },
  {
    name: "of a failing anyOf the nearest branch counts",
    schema: {
      anyOf: [
        object({ kind: { const: "a" }, x: { type: "string" }, y: {} }, { required: ["kind"] }),
        object({ kind: { const: "b" }, z: {} }, { required: ["kind"] }),
      ],
    },
    exchanges: bodies({ kind: "a", x: 1, y: 2 }, { kind: "a", x: "1", y: 2 }),
    want: ['breaking type-mismatch /x 1/2 {"integer":1,"string":1}'],
  },
  {
    name: "a new field beside a branch of oneOf",
    schema: { oneOf: [ref("A"), ref("B")], discriminator: { propertyName: "t" } },
    schemas: {
      A: object({ t: { const: "A" }, a: {} }, { required: ["t"] }),
      B: object({ t: { const: "B" }, b: {} }, { required: ["t"] }),
    },
    exchanges: bodies({ t: "A", a: 1 }, { t: "B", b: 1, c: 1 }),
    want: ["additive undocumented-field /c 1/2"],
  },
  {
    name: "an undocumented field in every object is not systematic: growth never is",
    schema: arrayOf(object({ id: {} })),
    exchanges: bodies(times(40, { b: 1 })),
    want: ["additive undocumented-field /*/b 40/40"],
  },
  {
    name: "a required field that is missing in each of twenty is systematic",
    schema: arrayOf(object({ id: {} }, { required: ["id"] })),
    exchanges: bodies(times(20, {})),
    want: ["breaking missing-required /*/id 20/20 systematic"],
  },
  {
    name: "in each of nineteen it is not yet",
    schema: arrayOf(object({ id: {} }, { required: ["id"] })),
    exchanges: bodies(times(19, {})),
    want: ["breaking missing-required /*/id 19/19"],
  },
  {
    name: "required without a word about the field itself",
    schema: object({ id: {} }, { required: ["other"] }),
    exchanges: bodies({ id: 1 }),
    want: ["breaking missing-required /other 1/1"],
  },
  {
    name: "required twice is one finding",
    schema: { allOf: [ref("A"), { required: ["id"] }] },
    schemas: { A: object({ id: {} }, { required: ["id"] }) },
    exchanges: bodies({}),
    want: ["breaking missing-required /id 1/1"],
  },
  {
    name: "an object of which nothing is said, and that stays empty",
    schema: object({ pricing: object({}) }),
    exchanges: bodies({ pricing: {} }),
    want: [],
  },
  {
    name: "an object of which nothing is said, in 30 of 40",
    schema: arrayOf(object({ pricing: object({}) })),
    exchanges: bodies(list(40, (index) => ({ pricing: Number(index) < 30 ? { p: "1" } : {} }))),
    want: ["informational open-empty-object /*/pricing 30/40"],
  },
  {
    name: "the same schema in two places is two findings",
    schema: object({ a: ref("T"), b: ref("T") }),
    schemas: { T: object({ id: {} }) },
    exchanges: bodies({ a: { n: 1 }, b: { n: 1 } }),
    want: ["additive undocumented-field /a/n 1/1", "additive undocumented-field /b/n 1/1"],
  },
  {
    name: "arrays in arrays",
    schema: arrayOf(arrayOf(object({ id: {} }))),
    exchanges: bodies([[{ id: 1 }, { n: 1 }], [{ id: 1 }]]),
    want: ["additive undocumented-field /*/*/n 1/3"],
  },
];
