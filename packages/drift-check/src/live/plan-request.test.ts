import type { IncomingMessage } from "node:http";
import type { JsonObject } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { brief, json, ok, oneGet, run } from "../../test/live.ts";
import { serve } from "../../test/serve.ts";
import { parseProbes } from "./probes.ts";

describe("what is asked", () => {
  const parameters = (...list: JsonObject[]) => ({ get: { parameters: list, responses: ok } });
  const query = (name: string, rest: JsonObject = {}) => ({
    name,
    in: "query",
    required: true,
    ...rest,
  });

  test.each<[string, JsonObject, readonly string[]]>([
    [
      "every GET and HEAD, nothing else",
      {
        "/a": {
          get: { responses: ok },
          head: { responses: ok },
          post: { responses: ok },
          delete: { responses: ok },
        },
      },
      ["GET /v1/a", "HEAD /v1/a"],
    ],
    [
      "optional parameters are left out",
      { "/a": parameters({ name: "q", in: "query", example: "x" }) },
      ["GET /v1/a"],
    ],
    [
      "an example",
      { "/a": parameters(query("q", { example: "x y&z" })) },
      ["GET /v1/a?q=x%20y%26z"],
    ],
    ["a default", { "/a": parameters(query("q", { schema: { default: 7 } })) }, ["GET /v1/a?q=7"]],
    [
      "a const",
      { "/a": parameters(query("q", { schema: { const: true } })) },
      ["GET /v1/a?q=true"],
    ],
    [
      "the first of an enum, behind a reference",
      {
        "/a": parameters(query("q", { schema: { $ref: "#/paths/~1b/post/parameters/0/schema" } })),
        "/b": { post: { parameters: [query("r", { schema: { enum: ["e"] } })], responses: ok } },
      },
      ["GET /v1/a?q=e"],
    ],
    [
      "the first of an enum",
      { "/a": parameters(query("q", { schema: { enum: [null, "e"] } })) },
      ["GET /v1/a?q=e"],
    ],
    [
      "a list, exploded",
      { "/a": parameters(query("q", { example: [1, 2] })) },
      ["GET /v1/a?q=1&q=2"],
    ],
    [
      "a list in one",
      { "/a": parameters(query("q", { explode: false, example: [1, 2] })) },
      ["GET /v1/a?q=1,2"],
    ],
    [
      "a list with blanks",
      {
        "/a": parameters(query("q", { style: "spaceDelimited", explode: false, example: [1, 2] })),
      },
      ["GET /v1/a?q=1%202"],
    ],
    [
      "a list with bars",
      { "/a": parameters(query("q", { style: "pipeDelimited", explode: false, example: [1, 2] })) },
      ["GET /v1/a?q=1%7C2"],
    ],
    [
      "a path parameter",
      { "/a/{id}": parameters({ name: "id", in: "path", required: true, example: "x/y" }) },
      ["GET /v1/a/x%2Fy"],
    ],
    [
      "Authorization is no parameter",
      { "/a": parameters({ name: "Authorization", in: "header", required: true }) },
      ["GET /v1/a"],
    ],
  ])("%s", async (_name, paths, want) => {
    const seen: IncomingMessage[] = [];
    const origin = await serve(json({}, seen));
    await run(`${origin}/v1/`, paths);
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(want);
  });

  const header = { name: "X-H", in: "header", required: true };

  test.each<[string, JsonObject, string, string | undefined]>([
    ["a header", { ...header, example: [1, 2] }, "", "1,2"],
    ["a header that the probe names", header, "headers: { x-h: h }", "h"],
    ["a header before its example", { ...header, example: 1 }, "headers: { x-h: h }", "h"],
  ])("%s", async (_name, parameter, rest, want) => {
    const seen: IncomingMessage[] = [];
    const probes = parseProbes(`probes:\n  - operation: GET /a\n    ${rest}\n`, "p.yaml");
    await run(await serve(json({}, seen)), { "/a": parameters(parameter) }, { probes });
    expect(seen.map(({ headers }) => headers["x-h"])).toEqual([want]);
  });

  test.each([
    ["application/json", "application/json, */*;q=0.5"],
    ["text/csv", "*/*"],
    ["→a/x+json", "*/*"],
  ])("what is described as %s is accepted as %s", async (mediaType, want) => {
    const seen: IncomingMessage[] = [];
    const responses = { 200: { description: "", content: { [mediaType]: { schema: {} } } } };
    await run(await serve(json({}, seen)), { "/a": { get: { responses } } });
    expect(seen.map(({ headers }) => headers.accept)).toEqual([want]);
  });

  test.each<[string, JsonObject, string]>([
    [
      "no value is made up",
      { "/a": parameters(query("q")) },
      "no value is known for its query parameter `q`",
    ],
    [
      "an object is no value",
      { "/a": parameters(query("q", { example: { a: 1 } })) },
      "the value of `q` is an object",
    ],
    [
      "dots would step up",
      { "/a/{id}": parameters({ name: "id", in: "path", required: true, example: ".." }) },
      "no value is known for its path parameter `id`",
    ],
    [
      "a cookie",
      { "/a": parameters({ name: "c", in: "cookie", required: true, example: "x" }) },
      "it needs `c` in its cookie",
    ],
    [
      "a body",
      { "/a": { get: { requestBody: { required: true, content: {} }, responses: ok } } },
      "it needs a request body",
    ],
  ])("skipped aloud: %s", async (_name, paths, want) => {
    const seen: IncomingMessage[] = [];
    const { items } = await run(await serve(json({}, seen)), paths);
    expect(items.map(brief)).toEqual([expect.stringContaining(want)]);
    expect(seen).toEqual([]);
  });

  test("path parameters out of lists answered before", async () => {
    const seen: IncomingMessage[] = [];
    const hole = (name: string) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    });
    const origin = await serve(json({ data: [{ id: 7, slug: "s" }] }, seen));
    const { items } = await run(origin, {
      "/users/{userId}/posts/{slug}": parameters(hole("userId"), hole("slug")),
      "/users/{userId}/posts": parameters(hole("userId")),
      "/users/{other}": parameters(hole("other")),
      "/users": { get: { responses: ok } },
    });
    expect(seen.map(({ url }) => url)).toEqual(["/users", "/users/7/posts", "/users/7/posts/s"]);
    expect(items.map(brief)).toContainEqual(expect.stringContaining("skipped GET /users/{other}"));
  });

  test("probes say what is asked", async () => {
    const seen: IncomingMessage[] = [];
    const origin = await serve(json({}, seen));
    const probes = parseProbes(
      [
        "probes:",
        "  - operation: GET /a",
        "    query: { q: [x, y] }",
        "    headers: { X-H: h }",
        "  - operation: GET /a",
        "    auth: true",
        "  - operation: GET /none",
        "",
      ].join("\n"),
      "p.yaml",
    );
    const { items } = await run(origin, oneGet, { probes });
    expect(items.map(brief)).toEqual([
      "200 GET /a",
      "skipped GET /a: it needs a credential, and none is given",
      "skipped GET /none: the description has no such operation",
    ]);
    expect(seen.map(({ url, headers }) => [url, headers["x-h"], headers["user-agent"]])).toEqual([
      ["/a?q=x&q=y", "h", "truespec-test"],
    ]);
  });

  test("one request at a time", async () => {
    let open = 0;
    let most = 0;
    const origin = await serve((_request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open -= 1;
        response.end("{}");
      }, 10);
    });
    await run(origin, { "/a": { get: { responses: ok } }, "/b": { get: { responses: ok } } });
    expect(most).toBe(1);
  });

  test("the budget ends the run aloud", async () => {
    const paths = Object.fromEntries(
      ["/a", "/b", "/c"].map((path) => [path, { get: { responses: ok } }]),
    );
    const { items } = await run(await serve(json({})), paths, { limits: { requests: 1 } });
    expect(items.map(brief)).toEqual([
      "200 GET /a",
      "skipped GET /b: the budget of 1 requests is spent",
      "skipped GET /c: the budget of 1 requests is spent",
    ]);
  });
});
