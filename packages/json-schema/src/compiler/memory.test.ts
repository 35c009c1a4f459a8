import { expect, test } from "vitest";
import { compileModule, createValidator, openSchemas } from "../index.ts";

/** Either of two schemas, at every level; deep down their answers are remembered. */
const either = { anyOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] };
const document = openSchemas({
  $ref: "#/$defs/A",
  $defs: {
    A: { type: "object", required: ["a"], properties: { next: either } },
    B: { type: "object", required: ["b"], properties: { next: either } },
  },
});

test.each([["a"], ["b"], ["c"]])(
  "two schemas of a recursion are asked apart of the same object: %s",
  async (name) => {
    const { code } = compileModule(document, [{ name: "X", pointer: "" }]);
    const { isX, validateX } = await import(
      `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
    );
    let instance: unknown = { [name]: 1 };
    for (let level = 0; level < 9; level += 1) instance = { a: 1, next: instance };
    expect(isX(instance)).toBe(name !== "c");
    expect(validateX(instance)).toEqual(createValidator(document, "")(instance));
  },
);
