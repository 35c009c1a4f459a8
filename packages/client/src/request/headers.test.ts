import { expect, test } from "vitest";
import type { Operation, Parameter } from "../operation.ts";
import { buildHeaders, cookieParameters, type HeaderSources, headerParameters } from "./headers.ts";

const none: HeaderSources = {
  defaults: {},
  client: {},
  parameters: {},
  authorization: {},
  call: {},
  cookies: [],
};

test.each<{ name: string; sources: Partial<HeaderSources>; want: Record<string, string> }>([
  {
    name: "a stronger source wins",
    sources: { defaults: { accept: "a" }, client: { Accept: "b" }, call: { ACCEPT: "c" } },
    want: { accept: "c" },
  },
  {
    name: "null takes away",
    sources: { defaults: { accept: "a" }, call: { accept: null } },
    want: {},
  },
  {
    name: "undefined changes nothing",
    sources: { defaults: { accept: "a" }, call: { accept: undefined } },
    want: { accept: "a" },
  },
  {
    name: "a call may speak for itself",
    sources: { authorization: { Authorization: "Bearer 1" }, call: { authorization: "Bearer 2" } },
    want: { authorization: "Bearer 2" },
  },
  {
    name: "numbers, booleans and lists",
    sources: { client: { a: 1, b: false, c: ["x", "y"] } },
    want: { a: "1", b: "false", c: "x, y" },
  },
  {
    name: "Headers",
    sources: { client: new Headers({ a: "1" }) },
    want: { a: "1" },
  },
  {
    name: "cookies are added to those that are there",
    sources: { client: { Cookie: "a=1" }, cookies: ["b=2", "c=3"] },
    want: { cookie: "a=1; b=2; c=3" },
  },
])("$name", ({ sources, want }) => {
  expect(Object.fromEntries(buildHeaders({ ...none, ...sources }))).toEqual(want);
});

test("a header with a line break is refused", () => {
  expect(() => buildHeaders({ ...none, client: { a: "b\r\nc: d" } })).toThrow(TypeError);
});

test.each<{ parameter: Parameter; value: unknown; want: unknown }>([
  { parameter: { name: "X-A", in: "header" }, value: "blue", want: { "X-A": "blue" } },
  { parameter: { name: "X-A", in: "header" }, value: ["a", "b"], want: { "X-A": "a,b" } },
  { parameter: { name: "X-A", in: "header" }, value: { R: 1, G: 2 }, want: { "X-A": "R,1,G,2" } },
  {
    parameter: { name: "X-A", in: "header", explode: true },
    value: { R: 1, G: 2 },
    want: { "X-A": "R=1,G=2" },
  },
  {
    parameter: { name: "X-A", in: "header", mediaType: "application/json" },
    value: { R: [1] },
    want: { "X-A": '{"R":[1]}' },
  },
  { parameter: { name: "X-A", in: "header" }, value: undefined, want: {} },
])("the header parameter $parameter with $value", ({ parameter, value, want }) => {
  expect(headerParameters(operationOf(parameter), { "X-A": value })).toEqual(want);
});

test.each<{ parameter: Parameter; value: unknown; want: readonly string[] }>([
  { parameter: { name: "c", in: "cookie" }, value: "a;b=ü", want: ["c=a%3Bb%3D%C3%BC"] },
  { parameter: { name: "c", in: "cookie" }, value: ["a", "b"], want: ["c=a; c=b"] },
  { parameter: { name: "c", in: "cookie", explode: false }, value: ["a", "b"], want: ["c=a,b"] },
  { parameter: { name: "c", in: "cookie" }, value: undefined, want: [] },
])("the cookie parameter $parameter with $value", ({ parameter, value, want }) => {
  expect(cookieParameters(operationOf(parameter), { c: value })).toEqual(want);
});

function operationOf(parameter: Parameter): Operation {
  return { method: "GET", path: "/", parameters: [parameter] };
}
