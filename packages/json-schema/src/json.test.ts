import { describe, expect, test } from "vitest";
import { findMember, isJsonArray, isJsonObject, type JsonObjectDraft, setMember } from "./json.ts";

describe("JSON values", () => {
  test.each([
    { value: {}, want: "object" },
    { value: Object.create(null), want: "object" },
    { value: [], want: "array" },
    { value: null, want: undefined },
    { value: "{}", want: undefined },
    { value: undefined, want: undefined },
  ])("$value: $want", ({ value, want }) => {
    expect(isJsonObject(value)).toBe(want === "object");
    expect(isJsonArray(value)).toBe(want === "array");
  });

  test.each([
    { value: { a: 1 }, key: "a", want: 1 },
    { value: { a: 1 }, key: "b", want: undefined },
    { value: {}, key: "constructor", want: undefined },
    { value: {}, key: "__proto__", want: undefined },
    { value: JSON.parse('{"__proto__":1}'), key: "__proto__", want: 1 },
    { value: [1], key: "0", want: undefined },
    { value: "text", key: "length", want: undefined },
    { value: undefined, key: "a", want: undefined },
  ])("$key of $value: $want", ({ value, key, want }) => {
    expect(findMember(value, key)).toBe(want);
  });

  test.each(["a", "__proto__", "constructor"])("sets %s as a key like any other", (key) => {
    const object: JsonObjectDraft = {};
    setMember(object, key, { polluted: true });
    expect(Object.keys(object)).toEqual([key]);
    expect(findMember(object, key)).toEqual({ polluted: true });
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  });
});
