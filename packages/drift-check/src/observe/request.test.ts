import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { describe, expect, test } from "vitest";
import { type Answer, answers } from "../../test/api.ts";
import { brief, check } from "../../test/check.ts";

const base = "https://api.example.com/v1";

/** A document whose `/things` and `/things/{id}` take these parameters and this body. */
function documentWith(parameters: readonly JsonObject[], requestBody?: JsonObject): JsonObject {
  const operation = {
    parameters: [...parameters],
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: { "200": { description: "ok" } },
  };
  const id = { name: "id", in: "path", required: true, schema: { type: "integer" } };
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    servers: [{ url: base }],
    paths: {
      "/things": { get: operation, post: operation },
      "/things/{id}": { get: { ...operation, parameters: [id, ...parameters] } },
    },
  };
}

async function findings(document: JsonObject, ...requests: readonly Answer[]): Promise<string[]> {
  const collected = requests.flatMap((request, index) =>
    answers([{}], request).map((item) =>
      item.kind === "exchange"
        ? { ...item, exchange: { ...item.exchange, id: `r:${index + 1}` } }
        : item,
    ),
  );
  const checked = await check(document, collected);
  const { findings: found, profile } = checked;
  return [
    ...found
      .filter(({ direction }) => direction === "request")
      .map((finding) => `${finding.severity} ${brief(finding)}`),
    ...profile.problems.map(({ kind }) => kind),
  ].sort();
}

const query = (schema: JsonValue, more: JsonObject = {}): JsonObject => ({
  ...{ name: "q", in: "query", schema },
  ...more,
});
const url = (rest: string): Answer => ({ url: `${base}/things${rest}` });
const numbers = { type: "array", items: { type: "integer" } };
const size = { type: "object", properties: { w: { type: "integer" }, h: { type: "integer" } } };
const nested = { type: "object", properties: { at: size, ids: numbers } };
const deep = { style: "deepObject", explode: true };

describe("values, read as their style says", () => {
  test.each<[string, JsonObject, string, readonly string[]]>([
    ["an integer", query({ type: "integer" }), "?q=5", []],
    ["a number with a fraction", query({ type: "number" }), "?q=1.5", []],
    ["a boolean", query({ type: "boolean" }), "?q=true", []],
    ["digits that are a text", query({ type: "string" }), "?q=5", []],
    ["a text or a number", query({ type: ["integer", "string"] }), "?q=five", []],
    ["nothing", query({ type: "integer" }), "?q=", []],
    [
      "a text where an integer is described",
      query({ type: "integer" }),
      "?q=five",
      ["breaking type-mismatch /query/q 1 of 1"],
    ],
    [
      "a number beyond its limit",
      query({ type: "integer", maximum: 10 }),
      "?q=11",
      ["breaking constraint-violation /query/q 1 of 1"],
    ],
    [
      "a new value",
      query({ type: "string", enum: ["a", "b"] }),
      "?q=c%2Fd",
      ['breaking undocumented-enum-value /query/q 1 of 1 ["c/d"]'],
    ],
    ["a repeated list", query(numbers), "?q=1&q=2", []],
    ["a list of one", query(numbers), "?q=1", []],
    [
      "a repeated list with a wrong item",
      query(numbers),
      "?q=1&q=x",
      ["breaking type-mismatch /query/q/* 1 of 2"],
    ],
    ["a list with commas", query(numbers, { explode: false }), "?q=1,2", []],
    [
      "a text with an encoded comma",
      query({ type: "array", items: { type: "string", maxLength: 3 } }, { explode: false }),
      "?q=a%2Cb,c",
      [],
    ],
    [
      "a list with blanks",
      query(numbers, { style: "spaceDelimited", explode: false }),
      "?q=1%202",
      [],
    ],
    [
      "a list with bars",
      query(numbers, { style: "pipeDelimited", explode: false }),
      "?q=1%7C2",
      [],
    ],
    ["a list with brackets in its name", query(numbers, { name: "q[]" }), "?q[]=1&q[]=2", []],
    ["a deep object", query(size, { style: "deepObject", explode: true }), "?q[w]=1&q[h]=2", []],
    [
      "a deep object with a wrong and a new field",
      query(size, { style: "deepObject", explode: true }),
      "?q[w]=x&q[d]=2",
      ["additive undocumented-field /query/q/d 1 of 1", "breaking type-mismatch /query/q/w 1 of 1"],
    ],
    ["a deep object within another", query(nested, deep), "?q%5Bat%5D%5Bw%5D=1&q[at][h]=2", []],
    ["a list in a deep object", query(nested, deep), "?q[ids][0]=1&q[ids][1]=2", []],
    ["a list in a deep object, with empty brackets", query(nested, deep), "?q[ids][]=1", []],
    ["objects in a list", query({ type: "array", items: size }, deep), "?q[0][w]=1&q[1][h]=2", []],
    [
      "a deep object with brackets in its name",
      query(size, { name: "q[]", ...deep }),
      "?q[][w]=1&q[][d]=2",
      ["additive undocumented-field /query/q[]/d 1 of 1"],
    ],
    [
      "objects in a list with brackets in its name",
      query({ type: "array", items: size }, { name: "q[]", ...deep }),
      "?q[][w]=1&q[][h]=2",
      [],
    ],
    [
      "a deep object with a wrong field within",
      query(nested, deep),
      "?q[at][w]=x&q[ids][0]=y",
      [
        "breaking type-mismatch /query/q/at/w 1 of 1",
        "breaking type-mismatch /query/q/ids/* 1 of 1",
      ],
    ],
    ["JSON in a list", query({ type: "array", items: size }), "?q=%7B%22w%22%3A1%7D&q={}", []],
    ["an object in turn", query(size, { explode: false }), "?q=w,1,h,2", []],
    ["an exploded object", query(size, { required: true }), "?w=1&h=2", []],
    [
      "JSON",
      query(undefined as never, { content: { "application/json": { schema: size } } }),
      "?q=%7B%22w%22%3A1%7D",
      [],
    ],
    [
      "JSON with a wrong field",
      { name: "q", in: "query", content: { "application/json": { schema: size } } },
      "?q=%7B%22w%22%3A%22x%22%7D",
      ["breaking type-mismatch /query/q/w 1 of 1"],
    ],
    ...["5", "true", "%22a%22"].map((text): [string, JsonObject, string, readonly string[]] => [
      `the text ${text}`,
      query(undefined as never, { content: { "text/plain": { schema: { type: "string" } } } }),
      `?q=${text}`,
      [],
    ]),
    [
      "a text that is no number",
      query(undefined as never, { content: { "text/plain": { schema: { type: "integer" } } } }),
      "?q=a",
      ["breaking type-mismatch /query/q 1 of 1"],
    ],
    ["a credential", query({ type: "integer" }, { name: "api_key" }), "?api_key=REDACTED", []],
    ["a parameter of the path", query({}), "/seven", ["breaking type-mismatch /path/id 1 of 1"]],
    ["a fitting parameter of the path", query({}), "/7", []],
  ])("%s", async (_name, parameter, rest, want) => {
    const described = JSON.parse(JSON.stringify(parameter));
    expect(await findings(documentWith([described]), url(rest))).toEqual(want);
  });
});

const whole = (more: JsonObject): JsonObject => ({
  name: "whole",
  in: "querystring",
  required: true,
  content: {
    "application/x-www-form-urlencoded": {
      schema: {
        type: "object",
        required: ["a"],
        properties: { a: { type: "integer" }, ids: numbers, size, bars: numbers },
        ...more,
      },
      encoding: { bars: { style: "pipeDelimited", explode: false } },
    },
  },
});

test.each<[string, JsonObject, readonly string[]]>([
  ["?a=1&ids=1&ids=2&bars=1%7C2&size=%7B%22w%22:1%7D&x=1", {}, []],
  ["?ids=1", {}, ["breaking missing-required /query/a 1 of 1"]],
  ["?a=x", {}, ["breaking type-mismatch /query/a 1 of 1"]],
  ["?a=1&size=%7B%22w%22:%22y%22%7D", {}, ["breaking type-mismatch /query/size/w 1 of 1"]],
  [
    "?a=1&x=1",
    { additionalProperties: false },
    ['additive undocumented-parameter /query/x 1 of 1 ["x"]'],
  ],
])("a whole query string %s with %j", async (sent, more, want) => {
  expect(await findings(documentWith([whole(more)]), url(sent))).toEqual(want);
});

test.each<[string, JsonObject, boolean, string, readonly string[]]>([
  ["simple", numbers, true, "1,2", []],
  ["simple", size, true, "w=1,h=2", []],
  ["simple", size, false, "w,1,h,2", []],
  ["label", numbers, true, ".1.2", []],
  ["label", size, true, ".w=1.h=2", []],
  ["label", size, false, ".w,1,h,2", []],
  ["matrix", numbers, true, ";size=1;size=2", []],
  ["matrix", numbers, false, ";size=1,2", []],
  ["matrix", size, true, ";w=1;h=2", []],
  ["matrix", size, false, ";size=w,1,h,2", []],
  ["matrix", size, true, ";w=1;d=2", ["additive undocumented-field /path/size/d 1 of 1"]],
])(
  "a parameter of the path, %s, %j, exploded %j: %s",
  async (style, schema, explode, sent, want) => {
    const parameters = [{ name: "size", in: "path", required: true, style, explode, schema }];
    const get = { parameters, responses: { "200": { description: "ok" } } };
    const document = { ...documentWith([]), paths: { "/things/{size}": { get } } };
    expect(await findings(document, url(`/${sent}`))).toEqual(want);
  },
);

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  ["an exploded object takes any", { name: "q", in: "query", schema: size }, {}, []],
  [
    "an object of cookies takes none",
    { name: "q", in: "cookie", schema: size },
    {},
    ['additive undocumented-parameter /query/key 1 of 1 ["key"]'],
  ],
  [
    "a key that the security needs is known",
    { name: "q", in: "query" },
    { key: { type: "apiKey", in: "query", name: "key" } },
    [],
  ],
  [
    "a key that goes elsewhere is not",
    { name: "q", in: "query" },
    { key: { type: "apiKey", in: "header", name: "key" } },
    ['additive undocumented-parameter /query/key 1 of 1 ["key"]'],
  ],
])("names of the query: %s", async (_name, parameter, securitySchemes, want) => {
  const document = { ...documentWith([parameter]), components: { securitySchemes } };
  expect(await findings(document, url("?key=1"))).toEqual(want);
});

test("the query that a path has of its own is known", async () => {
  const get = { responses: { "200": { description: "ok" } } };
  const document = { ...documentWith([]), paths: { "/things?op=LIST&to={to}": { get } } };
  expect(await findings(document, url("?op=LIST&to=1&other=1"))).toEqual([
    'additive undocumented-parameter /query/other 1 of 1 ["other"]',
  ]);
});

test("what a path names in a fragment is not sent", async () => {
  const get = {
    parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
    responses: { "200": { description: "ok" } },
  };
  const paths = { "/things#id={id}": { get }, "/things#all": { get: { responses: {} } } };
  expect(await findings({ ...documentWith([]), paths }, url(""))).toEqual([]);
});

describe("missing", () => {
  const required = [
    query({ type: "string" }, { required: true }),
    { name: "X-Tenant", in: "header", required: true, schema: { type: "integer" } },
  ];

  test("is told of the requests that lack it", async () => {
    const sent = [{ name: "x-tenant", value: "7" }];
    const found = await findings(
      documentWith(required),
      { ...url("?q=a"), sent },
      { ...url(""), sent },
      { ...url("?other=1"), sent: [{ name: "accept", value: "*/*" }] },
    );
    expect(found).toEqual([
      'additive undocumented-parameter /query/other 1 of 3 ["other"]',
      "breaking missing-required /header/x-tenant 1 of 3",
      "breaking missing-required /query/q 2 of 3",
    ]);
  });

  test("means nothing where headers were not recorded, or the API refused", async () => {
    const document = documentWith(required);
    expect(await findings(document, url("?q=a"))).toEqual([]);
    expect(await findings(document, { ...url(""), status: 200, method: "GET" })).toEqual([
      "breaking missing-required /query/q 1 of 1",
    ]);
    const refused = await findings(document, { ...url(""), status: 422 });
    expect(refused.filter((one) => one.includes("missing-required"))).toEqual([]);
  });

  test("a wrong header", async () => {
    const sent = [{ name: "x-tenant", value: "seven" }];
    expect(await findings(documentWith(required), { ...url("?q=a"), sent })).toEqual([
      "breaking type-mismatch /header/x-tenant 1 of 1",
    ]);
  });
});

describe("bodies", () => {
  const thing = {
    type: "object",
    required: ["id", "name"],
    properties: {
      id: { type: "integer", readOnly: true },
      name: { type: "string" },
      size: { type: "integer" },
    },
  };
  const document = documentWith([], { content: { "application/json": { schema: thing } } });
  const json = [{ name: "content-type", value: "application/json" }];
  const post = (value: JsonValue): Answer => ({
    ...{ ...url(""), method: "POST", sent: json },
    body: { kind: "json", value },
  });

  test("are walked like those of responses; what is readOnly is not required", async () => {
    const found = await findings(document, post({ name: "a" }), post({ size: "x", hue: 1 }));
    expect(found).toEqual([
      "additive undocumented-field /hue 1 of 2",
      "breaking missing-required /name 1 of 2",
      "breaking type-mismatch /size 1 of 1",
    ]);
  });

  test("of another media type, or where none is described", async () => {
    const csv = { ...url(""), method: "POST", sent: [{ name: "content-type", value: "text/csv" }] };
    const sent = { ...csv, body: { kind: "text", text: "a" } } as const;
    const want = ['additive undocumented-media-type  1 of 1 ["text/csv"]'];
    expect(await findings(document, sent)).toEqual(want);
    expect(await findings(documentWith([]), sent)).toEqual(want);
  });

  test("that do not tell their media type are of the described one, JSON first", async () => {
    const untold = { ...post({ name: 1 }), sent: [{ name: "accept", value: "*/*" }] };
    const text = { "text/plain": { schema: { type: "string" } } };
    const json = { "application/json": { schema: thing } };
    expect(await findings(documentWith([], { content: { ...text, ...json } }), untold)).toEqual([
      "breaking type-mismatch /name 1 of 1",
    ]);
    expect(await findings(documentWith([], { content: text }), untold)).toEqual([]);
    expect(await findings(documentWith([]), untold)).toEqual([]);
  });

  test("that do not parse are a problem, those refused are none of the matter", async () => {
    const broken = { ...post(null), body: { kind: "text", text: '{"name": ' } } as const;
    expect(await findings(document, broken)).toEqual(["truncated"]);
    expect(
      (await findings(document, { ...post({ size: "x" }), status: 400 })).filter((one) =>
        one.startsWith("breaking"),
      ),
    ).toEqual([]);
  });
});

test("writeOnly fields are not required of responses", async () => {
  const document = documentWith([]);
  const checked = await check(
    JSON.parse(
      JSON.stringify(document).replaceAll(
        '{"description":"ok"}',
        '{"description":"ok","content":{"application/json":{"schema":{"type":"object","required":["secret"],"properties":{"secret":{"type":"string","writeOnly":true}}}}}}',
      ),
    ),
    answers([{}]),
  );
  expect(checked.findings).toEqual([]);
});
