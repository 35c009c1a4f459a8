import { describe, expect, test } from "vitest";
import {
  escapeToken,
  formatPointer,
  JsonSchemaError,
  type JsonValue,
  parsePointer,
  resolvePointer,
  unescapeToken,
} from "./index.ts";

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
    expect(formatPointer(tokens)).toBe(pointer);
    expect(resolvePointer(document, pointer)).toEqual(value);
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
});
