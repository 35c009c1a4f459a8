import type { JsonObject } from "@truespec/json-schema";
import { arrayOf, bodies, list, object, type Scenario } from "./scenario.ts";

const kindOf = (kind: JsonObject): JsonObject => arrayOf(object({ kind }));
const closed = kindOf({ type: "string", enum: ["a", "b"] });

/** Values beyond lists. */
export const enums: readonly Scenario[] = [
  {
    name: "each new value is a finding of its own",
    schema: closed,
    exchanges: bodies([{ kind: "c" }, { kind: "d" }, { kind: "c" }, { kind: "a" }]),
    want: [
      'breaking undocumented-enum-value /*/kind 2/4 ["c"]',
      'breaking undocumented-enum-value /*/kind 1/4 ["d"]',
    ],
  },
  {
    name: "ten new values are ten findings",
    schema: closed,
    exchanges: bodies(list(10, (index) => ({ kind: `k${index}` }))),
    want: [...Array(10).keys()].map(
      (index) => `breaking undocumented-enum-value /*/kind 1/10 ["k${index}"]`,
    ),
  },
  {
    name: "eleven are an open set",
    schema: closed,
    exchanges: bodies(list(11, (index) => ({ kind: `k${index}` }))),
    want: [
      'breaking undocumented-enum-value /*/kind 11/11 ["k0","k1","k10","k2","k3","k4","k5","k6","k7","k8","k9"] open set',
    ],
  },
  ...(
    [
      ["x-speakeasy-unknown-values", "allow"],
      ["x-extensible-enum", ["a", "b"]],
      ["x-extensible-enum", true],
      ["x-ms-enum", { name: "Kind", modelAsString: true }],
    ] as const
  ).map(([keyword, value]) => ({
    name: `a list that ${keyword}: ${JSON.stringify(value)} opens`,
    schema: kindOf({ type: "string", enum: ["a", "b"], [keyword]: value }),
    exchanges: bodies([{ kind: "c" }, { kind: "a" }]),
    want: ['additive undocumented-enum-value /*/kind 1/2 ["c"]'],
  })),
  {
    name: "a list that modelAsString: false leaves closed",
    schema: kindOf({ enum: ["a", "b"], "x-ms-enum": { modelAsString: false } }),
    exchanges: bodies([{ kind: "c" }, { kind: "a" }]),
    want: ['breaking undocumented-enum-value /*/kind 1/2 ["c"]'],
  },
  {
    name: "x-extensible-enum instead of an enum",
    schema: kindOf({ type: "string", "x-extensible-enum": ["a", "b"] }),
    exchanges: bodies([{ kind: "c" }, { kind: "a" }]),
    want: ['additive undocumented-enum-value /*/kind 1/2 ["c"]'],
  },
  {
    name: "an item of a list of listed values",
    schema: object({ tags: arrayOf({ enum: ["a", "b"] }) }),
    exchanges: bodies({ tags: ["a", "c"] }, { tags: [] }),
    want: ['breaking undocumented-enum-value /tags/* 1/2 ["c"]'],
  },
  {
    name: "a const",
    schema: object({ object: { const: "list" } }),
    exchanges: bodies({ object: "page" }, { object: "list" }),
    want: ['breaking undocumented-enum-value /object 1/2 ["page"]'],
  },
  {
    name: "numbers and booleans in lists",
    schema: object({ n: { enum: [1, 2] }, b: { enum: [true] } }),
    exchanges: bodies({ n: 3, b: false }, { n: 1.0, b: true }),
    want: [
      "breaking undocumented-enum-value /n 1/2 [3]",
      "breaking undocumented-enum-value /b 1/2 [false]",
    ],
  },
  {
    name: "a value of another type than all listed ones",
    schema: object({ kind: { enum: ["a", "b"] } }),
    exchanges: bodies({ kind: 1 }, { kind: "a" }),
    want: ['breaking type-mismatch /kind 1/2 {"integer":1,"string":1}'],
  },
  {
    name: "null in a list without null",
    schema: object({ kind: { enum: ["a", "b"] } }),
    exchanges: bodies({ kind: null }, { kind: "a" }),
    want: ["breaking unexpected-null /kind 1/2"],
  },
  {
    name: "an unknown kind of a oneOf: the value is new, the fields are not",
    schema: {
      oneOf: [
        object({ t: { const: "a" }, x: {} }, { required: ["t", "x"] }),
        object({ t: { const: "b" }, y: {} }, { required: ["t", "y"] }),
      ],
    },
    exchanges: bodies({ t: "c", x: 1 }, { t: "a", x: 1 }),
    want: ['breaking undocumented-enum-value /t 1/2 ["c"]'],
  },
  {
    name: "a list in each branch of anyOf",
    schema: object({ k: { anyOf: [{ enum: ["a"] }, { enum: ["b"] }] } }),
    exchanges: bodies({ k: "c" }, { k: "b" }),
    want: ['breaking undocumented-enum-value /k 1/2 ["c"]'],
  },
  {
    name: "a list open through a plain string beside it",
    schema: object({ k: { anyOf: [{ enum: ["a"] }, { type: "string" }] } }),
    exchanges: bodies({ k: "c" }, { k: "a" }),
    want: [],
  },
];
