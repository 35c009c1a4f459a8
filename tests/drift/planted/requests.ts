import type { JsonObject } from "@truespec/json-schema";
import { answer, exchange, object, type Scenario } from "./scenario.ts";

const ok = { "200": answer({}) };
const query = (name: string, schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...{ name, in: "query", schema },
  ...more,
});
const parameters = (...list: readonly JsonObject[]): JsonObject => ({
  parameters: list,
  responses: ok,
});
const posted = (schema: JsonObject): JsonObject => ({
  "/posts": {
    post: {
      requestBody: { required: true, content: { "application/json": { schema } } },
      responses: ok,
    },
  },
});
const post = (sent: JsonObject, status = 200) =>
  exchange({}, { method: "POST", path: "/posts", sent, status });

const request = "[GET /things request - -]";
const body = "[POST /posts request - application/json]";

/** What callers sent and the API accepted; and operations that nobody described. */
export const requests: readonly Scenario[] = [
  {
    name: "an operation that is not described, called with success",
    exchanges: [exchange({}, { path: "/others" }), exchange({})],
    want: ["additive undocumented-operation [GET /v1/others request - -] (body) 1/2"],
  },
  {
    name: "a method that is not described",
    exchanges: [exchange({}, { method: "DELETE" })],
    want: ["additive undocumented-operation [DELETE /v1/things request - -] (body) 1/1"],
  },
  {
    name: "paths that differ in an id alone are one operation",
    exchanges: [1, 2, 3].map((id) => exchange({}, { path: `/others/${id}` })),
    want: ["additive undocumented-operation [GET /v1/others/* request - -] (body) 3/3"],
  },
  {
    name: "an operation that answers 404 is none",
    exchanges: [exchange({}, { path: "/others", status: 404 }), exchange({})],
    want: [],
    problems: ["unmatched"],
  },
  {
    name: "another server",
    exchanges: [exchange({ a: 1 }, { server: "https://other.example.com/v1" }), exchange({})],
    want: [],
    problems: ["unmatched"],
  },
  {
    name: "a parameter that is not described, in two of three",
    operation: parameters(query("q", { type: "string" })),
    exchanges: ["?q=a", "?page=2", "?page=3&q=b"].map((tail) =>
      exchange({}, { path: `/things${tail}` }),
    ),
    want: [`additive undocumented-parameter ${request} /query/page 2/3 ["page"]`],
  },
  {
    name: "a parameter of another type",
    operation: parameters(query("limit", { type: "integer" })),
    exchanges: ["?limit=5", "?limit=many"].map((tail) => exchange({}, { path: `/things${tail}` })),
    want: [`breaking type-mismatch ${request} /query/limit 1/2 {"integer":1,"string":1}`],
  },
  {
    name: "a parameter beyond its list, and beyond its bound",
    operation: parameters(
      query("sort", { enum: ["asc", "desc"] }),
      query("limit", { type: "integer", maximum: 10 }),
    ),
    exchanges: [exchange({}, { path: "/things?sort=random&limit=50" })],
    want: [
      `breaking undocumented-enum-value ${request} /query/sort 1/1 ["random"]`,
      `breaking constraint-violation ${request} /query/limit 1/1`,
    ],
  },
  {
    name: "a required parameter that was not sent",
    operation: parameters(query("q", {}, { required: true })),
    exchanges: [exchange({}), exchange({}, { path: "/things?q=1" })],
    want: [`breaking missing-required ${request} /query/q 1/2`],
  },
  {
    name: "what the API refused bears the description out",
    operation: {
      ...parameters(query("q", { type: "integer" }, { required: true })),
      responses: { ...ok, "400": answer({}) },
    },
    exchanges: [exchange({}, { status: 400 }), exchange({}, { path: "/things?q=a", status: 400 })],
    want: [],
  },
  {
    name: "a body that was sent: a field, a type, a missing field",
    paths: posted(object({ id: { type: "integer" }, name: {} }, { required: ["name"] })),
    exchanges: [post({ id: "1", name: "x", more: 1 }), post({ id: 1 })],
    want: [
      `additive undocumented-field ${body} /more 1/2`,
      `breaking type-mismatch ${body} /id 1/2 {"integer":1,"string":1}`,
      `breaking missing-required ${body} /name 1/2`,
    ],
  },
  {
    name: "read-only fields are not due in requests, write-only ones not in answers",
    operation: {
      responses: {
        "200": answer(object({ secret: { writeOnly: true } }, { required: ["secret"] })),
      },
    },
    paths: posted(object({ id: { readOnly: true } }, { required: ["id"] })),
    exchanges: [post({}), exchange({})],
    want: [],
  },
];
