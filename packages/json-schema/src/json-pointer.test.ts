import { describe, expect, test } from "vitest";
import { JsonSchemaError } from "./error.ts";
import type { JsonValue } from "./json.ts";
import {
  appendKey,
  decodeFragment,
  escapeToken,
  findBelow,
  formatPointer,
  localPointer,
  localRef,
  parsePointer,
  resolvePointer,
  splitPointer,
  unescapeToken,
} from "./json-pointer.ts";

/** The document and pointers of RFC 6901 section 5, and names that objects have anyway. */
const document: JsonValue = JSON.parse(
  '{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\\\j":5,"k\\"l":6," ":7,"m~n":8,"~1":9,"__proto__":10}',
);

describe("JSON Pointer", () => {
  test.each<[string, readonly string[], JsonValue | undefined]>([
    ["", [], document],
    ["/foo", ["foo"], ["bar", "baz"]],
    ["/foo/0", ["foo", "0"], "bar"],
    ["/", [""], 0],
    ["/a~1b", ["a/b"], 1],
    ["/c%d", ["c%d"], 2],
    ["/e^f", ["e^f"], 3],
    ["/i\\j", ["i\\j"], 5],
    ['/k"l', ['k"l'], 6],
    ["/ ", [" "], 7],
    ["/m~0n", ["m~n"], 8],
    ["/~01", ["~1"], 9],
    ["/__proto__", ["__proto__"], 10],
    ["/constructor", ["constructor"], undefined],
    ["/foo/length", ["foo", "length"], undefined],
    ["/foo/2", ["foo", "2"], undefined],
    ["/foo/00", ["foo", "00"], undefined],
    ["/foo/-", ["foo", "-"], undefined],
    ["/foo/0/0", ["foo", "0", "0"], undefined],
  ])("%j", (pointer, tokens, value) => {
    expect(parsePointer(pointer)).toEqual(tokens);
    expect(splitPointer(pointer)).toEqual(tokens);
    expect(formatPointer(tokens)).toBe(pointer);
    expect(resolvePointer(document, pointer)).toEqual(value);
    expect(findBelow(document, tokens)).toEqual(value);
  });

  test.each(["foo", "#/foo", " /foo"])("%j is none", (text) => {
    expect(() => parsePointer(text)).toThrow(JsonSchemaError);
    expect(resolvePointer(document, text)).toBeUndefined();
  });

  test.each(["", "~", "/", "~1", "~0", "a/~b~1/"])("%j escapes and back", (token) => {
    expect(unescapeToken(escapeToken(token))).toBe(token);
    expect(escapeToken(token)).not.toContain("/");
  });

  test("numbers are array indices", () => {
    expect(formatPointer(["foo", 1])).toBe("/foo/1");
  });

  test.each([
    ["", ["a/b", 0], "/a~1b/0"],
    ["/foo", [], "/foo"],
    ["/foo", ["~1"], "/foo/~01"],
  ])("%j and the keys %j", (pointer, keys, want) => {
    expect(appendKey(pointer, ...keys)).toBe(want);
  });

  test.each([
    ["#", ""],
    ["#/foo/0", "/foo/0"],
    ["#/c%25d", "/c%d"],
    ["#/%20", "/ "],
    ["#/application~1hal+json", "/application~1hal+json"],
    ["#/k%22l", '/k"l'],
    ["#/g%7Ch/%7Bi%7D/%5B0%5D%23", "/g|h/{i}/[0]#"],
  ])("%j is the local reference to %j", (ref, pointer) => {
    expect(localPointer(ref)).toBe(pointer);
    expect(localRef(pointer)).toBe(ref);
  });

  test("escapes that nobody had to write lead to the same place", () => {
    expect(localPointer("#/paths/~1pets~1%7Bid%7D")).toBe("/paths/~1pets~1{id}");
  });

  test.each(["", "/foo", "other.json#/foo", "#anchor"])("%j is no local pointer", (ref) => {
    expect(localPointer(ref)).toBeUndefined();
  });

  test("broken escapes stay as they are", () => {
    expect(decodeFragment("/100%/%20")).toBe("/100%/%20");
  });
});
