import type { JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import {
  type ChangeRow,
  describeMembers,
  json,
  ok,
  string,
  tellChange,
} from "../../test/change-rows.ts";
import { diffDescriptions } from "./diff-descriptions.ts";

const required = (...names: string[]): JsonValue => ({
  ...{ type: "object", required: names },
  properties: { a: string, b: string },
});
/** One webhook. */
const hook = (post: object) => ({
  webhooks: { paid: { post: { responses: { 200: ok }, ...post } } },
});
const paid = (schema: JsonValue, more: object = {}) =>
  hook({ requestBody: { content: json(schema), ...more } });
const answered = (responses: object) => hook({ responses });
/** One callback of one operation. */
const callback = (schema: JsonValue, url = "{$request.body#/url}") => ({
  get: { callbacks: { done: { [url]: { post: { requestBody: { content: json(schema) } } } } } },
});

const rows: readonly ChangeRow[] = [
  {
    name: "a webhook more",
    before: {},
    after: paid(string),
    want: ["additive operation-added"],
  },
  {
    name: "a webhook less",
    before: paid(string),
    after: {},
    want: ["breaking operation-removed"],
  },
  {
    name: "what a webhook sends holds less",
    before: paid(required("a", "b")),
    after: paid(required("a")),
    want: ["breaking property-optional"],
  },
  {
    name: "what a webhook sends holds more",
    before: paid(required("a")),
    after: paid(required("a", "b")),
    want: ["additive property-required"],
  },
  {
    name: "a webhook may send nothing",
    before: paid(string, { required: true }),
    after: paid(string),
    want: ["breaking request-body-optional"],
  },
  {
    name: "a webhook sends nothing",
    before: paid(string),
    after: hook({}),
    want: ["breaking request-body-removed"],
  },
  {
    name: "what is answered to a webhook must hold more",
    before: answered({ 200: { ...ok, content: json(required("a")) } }),
    after: answered({ 200: { ...ok, content: json(required("a", "b")) } }),
    want: ["breaking property-required"],
  },
  {
    name: "a success is no longer an answer to a webhook",
    before: answered({ 200: ok, 202: ok, 410: ok }),
    after: answered({ 202: ok, 204: ok }),
    want: ["breaking response-removed", "additive response-removed", "additive response-added"],
  },
  {
    name: "headers of a webhook",
    before: hook({
      parameters: [
        { name: "Signature", in: "header", required: true, schema: string },
        { name: "Trace", in: "header", schema: string },
      ],
    }),
    after: hook({
      parameters: [
        { name: "signature", in: "header", schema: string },
        { name: "Attempt", in: "header", required: true, schema: string },
      ],
    }),
    want: ["breaking parameter-optional", "breaking parameter-removed", "additive parameter-added"],
  },
  {
    name: "what a callback sends is another type",
    before: callback(string),
    after: callback({ type: "integer" }),
    want: ["breaking type"],
  },
  {
    name: "a callback goes elsewhere",
    before: callback(string),
    after: callback(string, "{$request.query.url}"),
    want: ["breaking path-renamed"],
  },
  {
    name: "a callback less",
    before: callback(string),
    after: { get: {} },
    want: ["breaking operation-removed"],
  },
];

test.each(rows)("$name", async (row) => {
  expect(await tellChange(row)).toEqual({ want: row.want });
});

test("a change of a webhook is told under its label, and travels in its request", async () => {
  const before = await describeMembers(paid(required("a")));
  const { changes } = diffDescriptions(before, await describeMembers(paid(required())));
  expect(changes).toMatchObject([
    { operation: "POST paid (webhook)", direction: "request", kind: "property-optional" },
  ]);
});

test("a change of a callback is told apart from one of its operation", async () => {
  const before = await describeMembers(callback(required("a")));
  const { changes } = diffDescriptions(before, await describeMembers(callback(required())));
  expect(changes).toMatchObject([
    { operation: "POST {$request.body#/url} (callback of GET /a)", direction: "request" },
  ]);
});
