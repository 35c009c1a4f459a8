import { expect, test } from "vitest";
import { compileModule, createValidator, type JsonValue, openSchemas } from "../index.ts";

const many = <Value>(make: (index: number) => Value) =>
  Array.from({ length: 40 }, (_, i) => make(i));
const cyclic: { self?: unknown; a: number } = { a: 1 };
cyclic.self = cyclic;

test.each<{
  name: string;
  values: readonly JsonValue[];
  valid: readonly unknown[];
  invalid: readonly unknown[];
}>([
  {
    name: "texts of one length",
    values: many((index) => `text ${index + 10}`),
    ...{ valid: ["text 10", "text 49"], invalid: ["text 50", "text", 10, null, ["text 10"]] },
  },
  {
    name: "numbers, and what is no text",
    values: [...many((index) => index), true, null],
    ...{ valid: [0, -0, 39, true, null], invalid: [40, "1", Number.NaN, false, undefined, [1]] },
  },
  {
    name: "objects and arrays",
    values: [...many((index) => ({ a: index, b: [index] })), ...many((index) => [index, "x"]), {}],
    valid: [{ b: [3], a: 3 }, { a: 4, b: [4], c: undefined }, [5, "x"], {}, Object.create(null)],
    invalid: [{ a: 3, b: [4] }, { a: 3 }, [5], ["x", 5], "5,x", 5, null, cyclic],
  },
  {
    name: "what differs far below",
    values: many((index) => ({ a: { b: { c: { d: { e: [index] } } } } })),
    valid: [{ a: { b: { c: { d: { e: [7] } } } } }],
    invalid: [{ a: { b: { c: { d: { e: [40] } } } } }, { a: { b: { c: { d: { e: 7 } } } } }],
  },
  {
    name: "some of each",
    values: [...many((index) => index), ...many(String), ...many((index) => [index])],
    ...{ valid: [1, "1", [1]], invalid: [[[1]], ["1"], "x", 1.5, {}] },
  },
])("one of many: $name", async ({ values, valid, invalid }) => {
  const document = openSchemas({ enum: values });
  const { code } = compileModule(document, [{ name: "X", pointer: "" }]);
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const { isX, validateX } = await import(url);
  const interpret = createValidator(document, "");
  for (const [instances, want] of [
    [valid, true],
    [invalid, false],
  ] as const) {
    for (const instance of instances) {
      expect([isX(instance), validateX(instance).valid, interpret(instance).valid]).toEqual([
        ...[want, want, want],
      ]);
    }
  }
});
