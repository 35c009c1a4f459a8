import { expect, test } from "vitest";
import { queryKey } from "../auth/schemes.ts";
import { createConnection } from "../connection.ts";
import type { Operation } from "../operation.ts";
import { plainCookie } from "./cookie.ts";
import { jsonParameter, wholeQuery } from "./document.ts";
import { formQuery } from "./form.ts";
import type { Parameter, ParameterLocation, WriteParameter } from "./parameter.ts";
import { prepareRequest } from "./prepare.ts";
import { cookie, deepObject, styledHeader, styledPath, styledQuery } from "./style.ts";

const colors = ["blue", "black", "brown"];
const rgb = { R: 100, G: 200, B: 150 };

/** The examples of https://spec.openapis.org/oas/v3.1.1.html#style-examples. */
test.each([
  {
    style: "matrix",
    explode: false,
    want: [";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
  },
  {
    style: "matrix",
    explode: true,
    want: [";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
  },
  { style: "label", explode: false, want: [".blue", ".blue,black,brown", ".R,100,G,200,B,150"] },
  { style: "label", explode: true, want: [".blue", ".blue.black.brown", ".R=100.G=200.B=150"] },
  { style: "simple", explode: false, want: ["blue", "blue,black,brown", "R,100,G,200,B,150"] },
  { style: "simple", explode: true, want: ["blue", "blue,black,brown", "R=100,G=200,B=150"] },
])("in a path, $style, explode $explode", ({ style, explode, want }) => {
  const parameter: Parameter = { name: "color", in: "path", write: styledPath, style, explode };
  const operation: Operation = { method: "GET", path: "/{color}", parameters: [parameter] };
  const got = ["blue", colors, rgb].map((color) => urlOf(operation, { color }));
  expect(got).toEqual(want.map((text) => `/${text}`));
});

test.each([
  {
    style: "form",
    explode: false,
    want: ["color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
  },
  {
    style: "form",
    explode: true,
    want: ["color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
  },
  {
    style: "spaceDelimited",
    explode: false,
    want: ["color=blue", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"],
  },
  {
    style: "pipeDelimited",
    explode: false,
    want: ["color=blue", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"],
  },
  {
    style: "deepObject",
    explode: true,
    want: [
      "color=blue",
      "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
      "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ],
  },
])("in a query, $style, explode $explode", ({ style, explode, want }) => {
  const write = style === "deepObject" ? deepObject : styledQuery;
  const parameter: Parameter = { name: "color", in: "query", write, style, explode };
  const operation: Operation = { method: "GET", path: "/", parameters: [parameter] };
  const got = ["blue", colors, rgb].map((color) => urlOf(operation, { color }));
  expect(got).toEqual(want.map((text) => `/?${text}`));
});

/** The examples of RFC 6570, section 3.2.3, and what else RFC 3986 reserves; a `#` would end a query, a slash a segment. */
test.each([
  { value: "value", want: "/?v=value" },
  { value: "Hello World!", want: "/?v=Hello%20World!" },
  { value: "50%", want: "/?v=50%25" },
  { value: "http://example.com/home/", want: "/?v=http://example.com/home/" },
  { value: ":/?[]@!$&'()*+,;=", want: "/?v=:/?[]@!$&'()*+,;=" },
  { value: "%2f %5B %zz", want: "/?v=%2f%20%5B%20%25zz" },
  { value: "ü#{}", want: "/?v=%C3%BC%23%7B%7D" },
  { value: ["a/b", "c d"], want: "/?v=a/b,c%20d" },
  { value: { "a/b": "c/d" }, want: "/?v=a%2Fb,c/d" },
])("a query with reserved characters allowed: $value", ({ value, want }) => {
  const styled = { write: styledQuery, explode: false, allowReserved: true };
  const parameters: Parameter[] = [{ name: "v", in: "query", ...styled }];
  expect(urlOf({ method: "GET", path: "/", parameters }, { v: value })).toBe(want);
});

test("deep objects, paths and cookies with reserved characters allowed", () => {
  const deep: Parameter = { name: "v", in: "query", write: deepObject, allowReserved: true };
  const path: Parameter = { name: "v", in: "path", write: styledPath, allowReserved: true };
  const operation = { method: "GET", path: "/" };
  expect(urlOf({ ...operation, parameters: [deep] }, { v: { a: "b/c" } })).toBe("/?v%5Ba%5D=b/c");
  expect(urlOf({ ...operation, path: "/{v}", parameters: [path] }, { v: "a:b/c?d" })).toBe(
    "/a:b%2Fc%3Fd",
  );
  const kept: Parameter = { name: "v", in: "cookie", write: cookie, allowReserved: true };
  expect(headersOf(kept, "a;b")).toEqual({ cookie: "v=a%3Bb" });
});

test("in a path, matrix, an empty text", () => {
  const parameter: Parameter = { name: "color", in: "path", write: styledPath, style: "matrix" };
  const operation: Operation = { method: "GET", path: "/{color}", parameters: [parameter] };
  expect(urlOf(operation, { color: "" })).toBe("/;color");
});

const everything = "a b&c=d/ü?#+";

test.each<{ name: string; parameter: Parameter; value: unknown; want: string }>([
  {
    name: "a default style",
    parameter: { name: "q", in: "query" },
    value: ["a", "b"],
    want: "/x?q=a&q=b",
  },
  { name: "an empty string", parameter: { name: "q", in: "query" }, value: "", want: "/x?q=" },
  { name: "an empty array", parameter: { name: "q", in: "query" }, value: [], want: "/x" },
  { name: "an empty object", parameter: { name: "q", in: "query" }, value: {}, want: "/x" },
  { name: "undefined", parameter: { name: "q", in: "query" }, value: undefined, want: "/x" },
  { name: "null", parameter: { name: "q", in: "query" }, value: null, want: "/x" },
  {
    name: "false and zero",
    parameter: { name: "q", in: "query" },
    value: [false, 0],
    want: "/x?q=false&q=0",
  },
  {
    name: "a date",
    parameter: { name: "q", in: "query" },
    value: new Date(0),
    want: "/x?q=1970-01-01T00%3A00%3A00.000Z",
  },
  {
    name: "what must be encoded",
    parameter: { name: "q[]", in: "query" },
    value: everything,
    want: "/x?q%5B%5D=a%20b%26c%3Dd%2F%C3%BC%3F%23%2B",
  },
  {
    name: "a key that must be encoded",
    parameter: { name: "q", in: "query" },
    value: { "a&b": "1" },
    want: "/x?a%26b=1",
  },
  {
    name: "a member without a value",
    parameter: { name: "q", in: "query" },
    value: { a: undefined, b: 1 },
    want: "/x?b=1",
  },
  {
    name: "deep objects",
    parameter: { name: "q", in: "query", write: deepObject },
    value: { a: { b: [1, 2] } },
    want: "/x?q%5Ba%5D%5Bb%5D%5B0%5D=1&q%5Ba%5D%5Bb%5D%5B1%5D=2",
  },
  {
    name: "a media type",
    parameter: { name: "q", in: "query", write: jsonParameter },
    value: { a: [1] },
    want: "/x?q=%7B%22a%22%3A%5B1%5D%7D",
  },
  {
    name: "another key",
    parameter: { name: "q", in: "query", key: "queryQ" },
    value: 1,
    want: "/x",
  },
  {
    name: "the whole query as a form",
    parameter: {
      name: "q",
      in: "querystring",
      write: formQuery,
      parts: {
        d: { write: styledQuery, explode: false },
        e: { write: styledQuery, allowReserved: true },
      },
    },
    value: { a: "b + c", bar: [1, 2], d: [1, 2], e: "f/?g" },
    want: "/x?a=b+%2B+c&bar=1&bar=2&d=1,2&e=f/?g",
  },
  {
    name: "the whole query as a form that is written already",
    parameter: { name: "q", in: "querystring", write: formQuery },
    value: "a=1&b",
    want: "/x?a=1&b",
  },
  {
    name: "no form for the whole query",
    parameter: { name: "q", in: "querystring", write: formQuery },
    value: {},
    want: "/x",
  },
  {
    name: "the whole query as a text",
    parameter: { name: "q", in: "querystring", write: wholeQuery },
    value: "$.a.b[1:1]",
    want: "/x?%24.a.b%5B1%3A1%5D",
  },
  {
    name: "the whole query as JSON",
    parameter: { name: "q", in: "querystring", write: jsonParameter },
    value: { numbers: [1, 2], flag: null },
    want: "/x?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D",
  },
  {
    name: "__proto__",
    parameter: { name: "q", in: "query" },
    value: JSON.parse('{"__proto__": "1"}'),
    want: "/x?__proto__=1",
  },
])("a query holds $name", ({ parameter, value, want }) => {
  const operation: Operation = { method: "GET", path: "/x", parameters: [parameter] };
  expect(urlOf(operation, { [parameter.name]: value })).toBe(want);
});

test("a parameter is found by its key, and a name of Object.prototype is none", () => {
  const parameters: Parameter[] = [
    { name: "id", in: "query", key: "queryId" },
    { name: "toString", in: "query" },
  ];
  const operation: Operation = { method: "GET", path: "/x", parameters };
  expect(urlOf(operation, { id: 1, queryId: 2 })).toBe("/x?id=2");
});

const byId: Operation = {
  method: "GET",
  path: "/a/{id}/b",
  parameters: [{ name: "id", in: "path" }],
};

test("a parameter that is no more than its name is the path's, or else the query's", () => {
  const operation: Operation = { method: "GET", path: "/a/{id}", parameters: ["id", "page"] };
  expect(urlOf(operation, { id: "x/{page}", page: [1, 2] })).toBe(
    "/a/x%2F%7Bpage%7D?page=1&page=2",
  );
});

test("a path value stays one segment", () => {
  expect(urlOf(byId, { id: everything })).toBe("/a/a%20b%26c%3Dd%2F%C3%BC%3F%23%2B/b");
});

test.each([
  [".", '"." or ".."'],
  ["..", '"." or ".."'],
  ["", '"id" is missing or empty'],
  [undefined, '"id" is missing or empty'],
  [null, '"id" is missing or empty'],
])("the path value %j is rejected: %s", (id, why) => {
  expect(() => urlOf(byId, { id })).toThrow(why);
});

test("a URL that a server gave holds the query already, but for the key", () => {
  const operation: Operation = { method: "GET", path: "/a", parameters: ["q"] };
  const { "~connection": state } = createConnection({}, { baseUrl: "", securitySchemes: {} });
  const key = { scheme: { write: queryKey, name: "key" }, secret: "s" };
  const given = { input: { q: 1 }, options: {}, url: "https://x.test/a?q=1&page=2", proof: [key] };
  const { url } = prepareRequest({ state, ...given, operation });
  expect(url).toBe("https://x.test/a?q=1&page=2&key=s");
});

test.each([
  { baseUrl: "https://x.test/v1/", want: "https://x.test/v1/a/1/b" },
  { baseUrl: "https://x.test", want: "https://x.test/a/1/b" },
])("$baseUrl and a path join", ({ baseUrl, want }) => {
  expect(urlOf(byId, { id: 1 }, baseUrl)).toBe(want);
});

test("a path with a query of its own goes on with &", () => {
  const operation: Operation = {
    method: "GET",
    path: "/x?fixed=1",
    parameters: [{ name: "q", in: "query" }],
  };
  expect(urlOf(operation, { q: 2 })).toBe("/x?fixed=1&q=2");
});

test("a base URL with a query of its own goes on with &", () => {
  const operation: Operation = {
    method: "GET",
    path: "/x",
    parameters: [{ name: "q", in: "query" }],
  };
  expect(urlOf(operation, { q: 2 }, "https://x.test?k=v")).toBe("https://x.test?k=v/x&q=2");
});

const plain = { name: "X-A", in: "header" } as const;

test.each<{ parameter: Parameter; value: unknown; want: unknown }>([
  { parameter: plain, value: "blue", want: { "x-a": "blue" } },
  { parameter: plain, value: ["a", "b"], want: { "x-a": "a,b" } },
  { parameter: plain, value: { R: 1, G: 2 }, want: { "x-a": "R,1,G,2" } },
  {
    parameter: { ...plain, write: styledHeader, explode: true },
    value: { R: 1, G: 2 },
    want: { "x-a": "R=1,G=2" },
  },
  {
    parameter: { ...plain, write: jsonParameter },
    value: { R: [1] },
    want: { "x-a": '{"R":[1]}' },
  },
  { parameter: plain, value: undefined, want: {} },
])("the header parameter $parameter with $value", ({ parameter, value, want }) => {
  expect(headersOf(parameter, value)).toEqual(want);
});

const session = { name: "c", in: "cookie", write: cookie } as const;

test.each<{ parameter: Parameter; value: unknown; want: unknown }>([
  { parameter: session, value: "a;b=ü", want: { cookie: "c=a%3Bb%3D%C3%BC" } },
  { parameter: session, value: ["a", "b"], want: { cookie: "c=a; c=b" } },
  { parameter: { ...session, explode: false }, value: ["a", "b"], want: { cookie: "c=a,b" } },
  {
    parameter: { ...session, allowReserved: true },
    value: ["a/b:c", "d;e,f&g h"],
    want: { cookie: "c=a/b:c; c=d%3Be%2Cf%26g%20h" },
  },
  { parameter: { ...session, write: jsonParameter }, value: [1], want: { cookie: "c=%5B1%5D" } },
  { parameter: session, value: undefined, want: {} },
])("the cookie parameter $parameter with $value", ({ parameter, value, want }) => {
  expect(headersOf(parameter, value)).toEqual(want);
});

const written = { name: "c", in: "cookie", write: plainCookie } as const;

test.each<{ parameter: Parameter; value: unknown; want: unknown }>([
  { parameter: written, value: "a b=%20&ü", want: { cookie: "c=a b=%20&ü" } },
  { parameter: written, value: ["a", "b&c"], want: { cookie: "c=a; c=b&c" } },
  { parameter: written, value: { a: 1, b: null, c: true }, want: { cookie: "a=1; c=true" } },
  { parameter: { ...written, explode: false }, value: ["a", "b"], want: { cookie: "c=a,b" } },
  { parameter: { ...written, explode: false }, value: { a: 1 }, want: { cookie: "c=a,1" } },
  { parameter: { ...written, explode: false }, value: [], want: {} },
])("the cookie as it is, $parameter with $value", ({ parameter, value, want }) => {
  expect(headersOf(parameter, value)).toEqual(want);
});

test.each(["a; admin=1", "a\r\nx: y", "\u0000"])(
  "what would end a cookie is refused: %j",
  (value) => {
    expect(() => headersOf(written, value)).toThrow('the cookie "c" holds');
  },
);

test.each<{ place: ParameterLocation; write: WriteParameter; want: string }>([
  { place: "path", write: jsonParameter, want: "/%7B%22a%22%3A1%7D" },
  { place: "query", write: jsonParameter, want: "/{p}?p=%7B%22a%22%3A1%7D" },
])("JSON in a $place", ({ place, write, want }) => {
  const operation: Operation = {
    method: "GET",
    path: place === "path" ? "/{p}" : "/{q}",
    parameters: [
      { name: "p", in: place, write },
      { name: "q", in: "path" },
    ],
  };
  expect(urlOf(operation, { p: { a: 1 }, q: "{p}" })).toBe(want.replace("{p}", "%7Bp%7D"));
});

function headersOf(parameter: Parameter, value: unknown): unknown {
  const operation = { method: "GET", path: "/", parameters: [parameter] };
  return { ...prepare(operation, { [parameter.name]: value }, "").headers };
}

function urlOf(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  baseUrl = "",
): string {
  return prepare(operation, input, baseUrl).url;
}

function prepare(operation: Operation, input: Readonly<Record<string, unknown>>, baseUrl: string) {
  const { "~connection": state } = createConnection({}, { baseUrl, securitySchemes: {} });
  const given = { input: { ...input }, options: {}, url: undefined, proof: [] };
  return prepareRequest({ state, ...given, operation });
}
