import { describe, expect, test } from "vitest";
import {
  createEvaluator,
  createInstanceReader,
  type JsonValue,
  listEvaluated,
  listReached,
  openSchemas,
} from "../index.ts";

describe("what was evaluated, and what was reached", () => {
  const schema: JsonValue = {
    properties: { a: { properties: { b: true } }, price: { minimum: 1 } },
    patternProperties: { "^x-": true },
    if: { properties: { kind: { const: "list" } }, required: ["kind"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword
    then: { properties: { list: { prefixItems: [true], contains: { const: 2 } } } },
    else: { properties: { one: true } },
    oneOf: [
      { properties: { tag: { const: 1 }, u: true } },
      { properties: { tag: { const: 2 }, v: true } },
    ],
  };
  const document = openSchemas(schema);
  const ask = (instance: JsonValue) => ({
    evaluated: [...listEvaluated(createEvaluator(document, "")(instance))].sort(),
    reached: [...listReached(createInstanceReader(document), "", instance)].sort(),
  });

  test.each<[string, JsonValue, readonly string[], readonly string[]]>([
    [
      "a valid instance",
      { a: { b: 1, c: 1 }, "x-y": 1, more: 1, tag: 1 },
      ["/a", "/a/b", "/tag", "/x-y"],
      ["/a", "/a/b", "/tag", "/x-y"],
    ],
    ["an invalid one", { price: 0, tag: 3, u: 1, v: 1, more: 1 }, [], ["/price", "/tag", "/u"]],
    [
      "a condition that is not met",
      { kind: "one", one: 1, tag: 1 },
      ["/one", "/tag"],
      ["/kind", "/one", "/tag"],
    ],
    [
      "a condition that is met",
      { kind: "list", list: [1, 2, 3], one: 1, tag: 1 },
      ["/kind", "/list", "/list/0", "/list/1", "/tag"],
      ["/kind", "/list", "/list/0", "/list/1", "/tag"],
    ],
  ])("of %s", (_, instance, evaluated, reached) => {
    expect(ask(instance)).toEqual({ evaluated, reached });
  });
});
