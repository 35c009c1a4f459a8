import { describe, expect, test } from "vitest";
import { compileModule, createValidator, type JsonValue, openSchemas } from "../index.ts";

const names = [
  "audio",
  "image",
  "constructor",
  "__proto__",
  "web search",
  "request",
  "text",
  "video",
];
const price = { type: "string", pattern: "^[0-9]+$" };

/** Many optional properties that are said to be the same, a few others, and two that are required. */
const schema: JsonValue = {
  type: "object",
  required: ["prompt", "currency"],
  properties: {
    ...Object.fromEntries(names.map((name) => [name, { $ref: "#/$defs/Price" }])),
    prompt: { $ref: "#/$defs/Price" },
    currency: { enum: ["USD", "EUR"] },
    discount: { type: ["number", "null"], minimum: 0 },
    note: { description: "Anything." },
  },
  $defs: { Price: price },
};

const sound = { prompt: "1", currency: "USD" };

async function load(): Promise<(value: unknown) => unknown> {
  const { code } = compileModule(openSchemas(schema), [{ name: "X", pointer: "" }]);
  expect(code).toContain("for (const name");
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const { isX }: { isX: (value: unknown) => unknown } = await import(url);
  return isX;
}

function withMember(name: string, value: unknown): object {
  return Object.fromEntries([...Object.entries(sound), [name, value]]);
}

describe("properties of one condition are found by a loop", () => {
  test.each<[string, unknown, boolean]>([
    ["none is there", sound, true],
    [
      "all are there",
      Object.fromEntries([...Object.entries(sound), ...names.map((name) => [name, "1"])]),
      true,
    ],
    ...[...names, "prompt"].flatMap((name): [string, unknown, boolean][] => [
      [`${name} is sound`, withMember(name, "12"), true],
      [`${name} does not fit`, withMember(name, "a"), false],
      [`${name} has another type`, withMember(name, 1), false],
      [`${name} is null`, withMember(name, null), false],
    ]),
    ["one is undefined", withMember("audio", undefined), true],
    ["one that is required is undefined", withMember("prompt", undefined), false],
    ["another one is sound", withMember("discount", 1), true],
    ["another one is null", withMember("discount", null), true],
    ["another one does not fit", withMember("discount", -1), false],
    ["another one is a price", withMember("discount", "1"), false],
    ["one without a name in the schema", withMember("other", -1), true],
    ["one without a check", withMember("note", Symbol.iterator), true],
    ["one is inherited", Object.assign(Object.create({ audio: 1 }), sound), true],
    ["what is required is inherited", Object.create(sound), false],
    [
      "one is a getter of a class",
      Object.assign(
        new (class {
          get audio() {
            return 1;
          }
        })(),
        sound,
      ),
      true,
    ],
    ["no prototype", Object.assign(Object.create(null), sound, { audio: 1 }), false],
    ["a class", Object.assign(new (class {})(), sound, { audio: 1 }), false],
  ])("%s", async (_, instance, want) => {
    const isX = await load();
    expect(isX(instance)).toBe(want);
    expect(createValidator(openSchemas(schema), "")(instance).valid).toBe(want);
  });
});
