import { expect, test } from "vitest";
import { type HeadersInput, setHeaders } from "./headers.ts";

test.each<{ name: string; layers: readonly HeadersInput[]; want: Record<string, string> }>([
  {
    name: "a stronger source wins",
    layers: [{ accept: "a" }, { Accept: "b" }, { ACCEPT: "c" }],
    want: { accept: "c" },
  },
  {
    name: "null takes away",
    layers: [{ accept: "a" }, { accept: null }],
    want: {},
  },
  {
    name: "undefined changes nothing",
    layers: [{ accept: "a" }, { accept: undefined }],
    want: { accept: "a" },
  },
  {
    name: "a call may speak for itself",
    layers: [{ Authorization: "Bearer 1" }, { authorization: "Bearer 2" }],
    want: { authorization: "Bearer 2" },
  },
  {
    name: "numbers, booleans and lists",
    layers: [{ a: 1, b: false, c: ["x", "y"] }],
    want: { a: "1", b: "false", c: "x, y" },
  },
  {
    name: "Headers",
    layers: [new Headers({ a: "1" })],
    want: { a: "1" },
  },
  {
    name: "__proto__ is a name like any other",
    layers: [JSON.parse('{"__proto__": "1"}')],
    want: JSON.parse('{"__proto__": "1"}'),
  },
])("$name", ({ layers, want }) => {
  const headers: Record<string, string> = Object.create(null);
  for (const layer of layers) setHeaders(headers, layer);
  expect({ ...headers }).toEqual(want);
});
