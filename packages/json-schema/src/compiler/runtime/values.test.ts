import { describe, expect, test } from "vitest";
import { isLeapSecondFit } from "../../formats/date-time.ts";
import * as instance from "../../instance.ts";
import { isJsonObject, type JsonValue } from "../../json.ts";
import { printRuntime } from "./catalogue.ts";
import { equalitySources } from "./equality.ts";
import { valueSources } from "./values.ts";

const sources = { ...valueSources, ...equalitySources };
const names = Object.keys(sources) as (keyof typeof sources)[];
const code = `${printRuntime({ names, isDeep: false }).join("\n")}\nexport { ${names.join(", ")} };`;
const written: Record<string, unknown> = await import(
  `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
);

function call(name: string, ...values: readonly unknown[]): unknown {
  const found = written[name];
  if (typeof found !== "function") throw new Error(`${name} is not written`);
  return found(...values);
}

const values: readonly unknown[] = [
  ...[undefined, null, true, false, 0, -0, 1, 1.5, -3, 1e300, Number.NaN, Infinity, 10n],
  ...["", "a", "😀", "a😀\ud800", Symbol.iterator, () => 1],
  ...[[], [1], [1, "a"], [[1], { a: undefined }], {}, { a: 1 }, { b: 2, a: [1] }, { a: [1], b: 2 }],
  ...[JSON.parse('{"__proto__":1}'), { a: undefined }, Object.create({ a: 1 }), new Date(0)],
];
const lists = values.filter(Array.isArray);
const repeating = [
  ["a", "a"],
  [1, "1", 1],
  [{ a: 1 }, { b: 1 }, { a: 1, c: undefined }],
  [[1], [2], [1]],
  ...[1, 20].map((id) => [
    ...Array.from({ length: 20 }, (_, index) => ({ id: index, n: [index] })),
    { n: [id], id },
  ]),
];
const numbers = [0, 1, 2, 3, -6, 0.1, 0.3, 19.99, 1e21, 1e-7, 4.5, 2 ** 53 + 2];

describe("what is written is what the interpreter runs", () => {
  const { instanceType, toJsonScalar } = instance;
  test.each(Object.entries({ instanceType, isObject: isJsonObject, toJsonScalar }))(
    "%s",
    (name, mirrored) => {
      for (const value of values) expect(call(name, value)).toEqual(mirrored(value));
    },
  );

  test("isEqual", () => {
    for (const a of values) {
      for (const b of values) expect(call("isEqual", a, b)).toBe(instance.isEqual(a, b));
    }
  });

  test("among", () => {
    const composites = [...lists, { a: 1 }, { b: 2, a: [1] }, { a: undefined }] as JsonValue[];
    const written = call("among", composites) as (value: unknown) => boolean;
    for (const value of values) {
      expect(written(value)).toBe(instance.among(composites)(value));
      const isListed = composites.some((one) => instance.isEqual(one, value));
      expect(written(value)).toBe(isListed);
    }
  });

  test("findDuplicate", () => {
    for (const list of [...lists, ...repeating]) {
      expect(call("findDuplicate", list)).toEqual(instance.findDuplicate(list));
    }
  });

  test("isMultiple", () => {
    for (const value of numbers) {
      for (const divisor of numbers.filter((number) => number > 0)) {
        expect(call("isMultiple", value, divisor)).toBe(instance.isMultiple(value, divisor));
      }
    }
  });

  test("codePointLength", () => {
    for (const text of ["", "abc", "😀", "a😀\ud800"]) {
      expect(call("codePointLength", text)).toBe(instance.codePointLength(text));
    }
  });

  test("memberNames and countMembers", () => {
    for (const value of values.filter(isJsonObject)) {
      const own = call("own", value);
      expect(call("memberNames", own)).toEqual(instance.memberNames(value));
      expect(call("countMembers", own)).toBe(instance.memberNames(value).length);
    }
  });

  test("isLeapSecondFit", () => {
    for (const time of ["23:59:60Z", "22:59:60Z", "00:29:60+00:30", "15:59:60-08:00", "1:2"]) {
      expect(call("isLeapSecondFit", time)).toBe(isLeapSecondFit(time));
    }
  });

  test("isUnicodePattern", () => {
    const patterns = ["a", "\\a", "[", "\\p{L}"];
    expect(patterns.map((text) => call("isUnicodePattern", text))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
