import type { IncomingMessage } from "node:http";
import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { expect, test } from "vitest";
import { brief, json, ok, run } from "../../test/live.ts";
import { serve } from "../../test/serve.ts";

const hole = (name: string): JsonObject => ({
  ...{ name, in: "path", required: true },
  schema: { type: "string" },
});
const linked = (links: JsonObject): JsonObject => ({ "200": { ...ok["200"], links } });
const target = (...parameters: JsonObject[]): JsonObject => ({
  get: { operationId: "getB", parameters, responses: ok },
});

async function asked(paths: JsonObject, body: JsonValue): Promise<readonly string[]> {
  const seen: IncomingMessage[] = [];
  const { items } = await run(await serve(json(body, seen)), paths);
  const skipped = items.filter(({ kind }) => kind === "skipped").map(brief);
  return [...seen.map(({ url }) => String(url)), ...skipped];
}

test.each<[string, JsonValue, JsonValue, string]>([
  ["a field of the body", "$response.body#/data/0/id", { data: [{ id: "x/1" }] }, "/b/x%2F1"],
  ["a number", "$response.body#/id", { id: 7 }, "/b/7"],
  ["a constant", "fixed", {}, "/b/fixed"],
  ["an expression in a text", "n-{$response.body#/id}", { id: 7 }, "/b/n-7"],
  ["a header of the response", "$response.header.Content-Type", {}, "/b/application%2Fjson"],
  ["a parameter of the query", "$request.query.q", {}, "/b/a%20b"],
  ["a parameter of the path", "$request.path.who", {}, "/b/me"],
  ["the status", "$statusCode", {}, "/b/200"],
  ["the method", "$method", {}, "/b/GET"],
  ["a constant that is no text", 7, {}, "/b/7"],
])("a link gives %s", async (_name, value, body, want) => {
  const get = {
    parameters: [
      { ...hole("who"), example: "me" },
      { name: "q", in: "query", required: true, example: "a b" },
    ],
    responses: linked({ one: { operationId: "getB", parameters: { id: value } } }),
  };
  const paths = { "/b/{id}": target(hole("id")), "/a/{who}": { get } };
  expect(await asked(paths, body)).toEqual(["/a/me?q=a%20b", want]);
});

test.each<[string, JsonValue, JsonValue]>([
  ["nothing there", "$response.body#/id", {}],
  ["an object", "$response.body#/id", { id: {} }],
  ["nothing in a text", "n-{$response.body#/id}", {}],
  ["no expression", "$elsewhere", {}],
  ["a query of the response", "$response.query.id", {}],
  ["another parameter of the path", "$request.path.id", {}],
  ["a list", ["x"], {}],
])("a link that gives no value: %s", async (_name, value, body) => {
  const responses = linked({ one: { operationId: "getB", parameters: { id: value } } });
  const paths = { "/b/{id}": target(hole("id")), "/a": { get: { responses } } };
  expect(await asked(paths, body)).toEqual(["/a", expect.stringContaining("skipped GET /b/{id}")]);
});

test("a link by reference, to a path and a query parameter, before examples", async () => {
  const parameters = { "path.id": "$response.body#/id", "query.q": "$response.body#/q" };
  const operationRef = "#/paths/~1b~1%7Bid%7D/get";
  const paths = {
    "/a": { get: { responses: linked({ one: { operationRef, parameters } }) } },
    "/b/{id}": target({ ...hole("id"), example: "e" }, { name: "q", in: "query", required: true }),
  };
  expect(await asked(paths, { id: 1, q: "z" })).toEqual(["/a", "/b/1?q=z"]);
});

test("a link by reference to an operation that stands behind another one", async () => {
  const operationRef = "#/paths/~1b~1%7Bid%7D/get";
  const parameters = { id: "$response.body#/id" };
  const paths = {
    "/a": { get: { responses: linked({ one: { operationRef, parameters } }) } },
    "/b/{id}": { $ref: "#/paths/~1c~1%7Bid%7D" },
    "/c/{id}": target(hole("id")),
  };
  expect(await asked(paths, { id: 1 })).toEqual(["/a", "/b/1", "/c/1"]);
});

test("an answer tells an operation that stands before it", async () => {
  const responses = linked({
    one: { operationId: "getB", parameters: { id: "$response.body#/id" } },
  });
  const paths = {
    "/b/{id}": target(hole("id")),
    "/c/{c}": { get: { parameters: [{ ...hole("c"), example: 1 }], responses } },
  };
  expect(await asked(paths, { id: 2 })).toEqual(["/c/1", "/b/2"]);
});

test.each<[string, string, JsonValue, string]>([
  ["an identifier of the list above", "/v1/Things/{ThingSid}", [{ sid: "T1" }], "/v1/Things/T1"],
  ["the very name, elsewhere", "/other/{account_id}", [{ accountId: 5 }], "/other/5"],
  ["the very name, in an answer that is no list", "/x/{team_slug}", { team_slug: "a" }, "/x/a"],
  ["a name that anything may have", "/other/{id}", [{ id: 5 }], "skipped GET /other/{id}"],
  ["a credential", "/other/{auth_token_id}", [{ auth_token_id: "s" }], "skipped GET /other/"],
])("names that match: %s", async (_name, path, body, want) => {
  const [, name = ""] = /\{(.*)\}/.exec(path) ?? [];
  const paths = {
    [path]: { get: { parameters: [hole(name)], responses: ok } },
    "/v1/Things": { get: { responses: ok } },
  };
  expect(await asked(paths, body)).toEqual(["/v1/Things", expect.stringContaining(want)]);
});
