import { expect, test } from "vitest";
import { type ChangeRow, json, ok, string, tellChange } from "../../test/change-rows.ts";

const operation = { responses: { 200: ok } };
const parameter = (more: object = {}) => ({
  get: { parameters: [{ name: "q", in: "query", schema: string, ...more }] },
});
const list = { type: "array", items: string };

const rows: readonly ChangeRow[] = [
  // Operations
  {
    name: "an operation more",
    before: { get: {} },
    after: { get: {}, paths: { "/b": { get: operation } } },
    want: ["additive operation-added"],
    bump: "minor",
  },
  {
    name: "an operation less",
    before: { get: {}, paths: { "/b": { get: operation } } },
    after: { get: {} },
    want: ["breaking operation-removed"],
    bump: "major",
  },
  {
    name: "a method for another",
    before: { paths: { "/b": { put: operation } } },
    after: { paths: { "/b": { patch: operation } } },
    want: ["breaking operation-removed", "additive operation-added"],
  },
  {
    name: "a method for another under the same operationId",
    before: { paths: { "/b": { put: { operationId: "x", ...operation } } } },
    after: { paths: { "/b": { patch: { operationId: "x", ...operation } } } },
    want: ["breaking operation-removed", "additive operation-added"],
    bump: "major",
  },
  {
    name: "an operation is deprecated",
    before: { get: {} },
    after: { get: { deprecated: true } },
    want: ["informational operation-deprecated"],
    bump: "patch",
  },
  {
    name: "and is not",
    before: { get: { deprecated: true } },
    after: { get: {} },
    want: ["informational operation-undeprecated"],
  },
  {
    name: "another operationId",
    before: { get: { operationId: "listA" } },
    after: { get: { operationId: "findA" } },
    want: ["breaking operation-renamed"],
  },
  {
    name: "another operationId that reads alike",
    before: { get: { operationId: "list_a" } },
    after: { get: { operationId: "list-a" } },
    want: ["informational operation-renamed"],
  },
  {
    name: "another path under the same operationId",
    before: { paths: { "/b": { get: { operationId: "x", ...operation } } } },
    after: { paths: { "/v2/b": { get: { operationId: "x", ...operation } } } },
    want: ["breaking path-renamed"],
  },
  {
    name: "a path parameter is called otherwise",
    before: {
      paths: {
        "/b/{id}": {
          get: {
            operationId: "x",
            parameters: [{ name: "id", in: "path", required: true, schema: string }],
            ...operation,
          },
        },
      },
    },
    after: {
      paths: {
        "/b/{key}": {
          get: {
            operationId: "x",
            parameters: [{ name: "key", in: "path", required: true, schema: string }],
            ...operation,
          },
        },
      },
    },
    want: ["breaking path-parameter-renamed"],
  },
  {
    name: "prose, tags and examples",
    before: { get: { summary: "a", description: "a", tags: ["a"] } },
    after: { get: { summary: "b", description: "b", tags: ["b"] } },
    want: [],
    bump: "none",
  },
  // Parameters
  {
    name: "an optional parameter more",
    before: { get: {} },
    after: parameter(),
    want: ["additive parameter-added"],
  },
  {
    name: "a required parameter more",
    before: { get: {} },
    after: parameter({ required: true }),
    want: ["breaking parameter-added"],
  },
  {
    name: "a parameter less",
    before: parameter(),
    after: { get: {} },
    want: ["breaking parameter-removed"],
  },
  {
    name: "a parameter becomes required",
    before: parameter(),
    after: parameter({ required: true }),
    want: ["breaking parameter-required"],
  },
  {
    name: "a parameter becomes optional",
    before: parameter({ required: true }),
    after: parameter(),
    want: ["additive parameter-optional"],
  },
  {
    name: "a parameter moves",
    before: parameter(),
    after: parameter({ in: "header" }),
    want: ["breaking parameter-moved"],
  },
  {
    name: "a header parameter in another case",
    before: parameter({ in: "header", name: "X-Q" }),
    after: parameter({ in: "header", name: "x-q" }),
    want: [],
  },
  {
    name: "a parameter that the path item shares",
    before: parameter(),
    after: {
      paths: {
        "/a": {
          parameters: [{ name: "q", in: "query", schema: string }],
          get: { operationId: "getA", ...operation },
        },
      },
    },
    want: [],
  },
  {
    name: "a list is written otherwise",
    before: parameter({ schema: list }),
    after: parameter({ schema: list, explode: false }),
    want: ["breaking parameter-serialization"],
  },
  {
    name: "explode of a text is no matter",
    before: parameter(),
    after: parameter({ explode: false }),
    want: [],
  },
  {
    name: "another style",
    before: parameter({ schema: list, explode: false }),
    after: parameter({ schema: list, style: "pipeDelimited" }),
    want: ["breaking parameter-serialization"],
  },
  {
    name: "a parameter becomes JSON",
    before: parameter(),
    after: { get: { parameters: [{ name: "q", in: "query", content: json(string) }] } },
    want: ["breaking parameter-serialization"],
  },
  {
    name: "a parameter takes less",
    before: parameter(),
    after: parameter({ schema: { type: "string", enum: ["a"] } }),
    want: ["breaking enum-value-removed"],
  },
  {
    name: "a parameter takes more",
    before: parameter({ schema: { type: "integer" } }),
    after: parameter({ schema: { type: "number" } }),
    want: ["additive type"],
  },
  {
    name: "another default of a parameter",
    before: parameter({ schema: { type: "string", default: "a" } }),
    after: parameter({ schema: { type: "string", default: "b" } }),
    want: ["informational default"],
  },
  {
    name: "a parameter is deprecated",
    before: parameter(),
    after: parameter({ deprecated: true }),
    want: ["informational parameter-deprecated"],
  },
  {
    name: "a parameter is no longer deprecated",
    before: parameter({ deprecated: true }),
    after: parameter(),
    want: ["informational parameter-deprecated"],
  },
  {
    name: "reserved characters of a parameter no longer stand as they are",
    before: parameter({ allowReserved: true }),
    after: parameter(),
    want: ["breaking parameter-serialization"],
  },
];

test.each(rows)("$name", async (row) => {
  const { want, bump } = row;
  expect(await tellChange(row)).toEqual({ want, ...(bump === undefined ? {} : { bump }) });
});
