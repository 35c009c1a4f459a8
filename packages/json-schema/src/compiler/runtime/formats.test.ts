import { describe, expect, test } from "vitest";
import { compileFormat, findFormat } from "../../formats/catalogue.ts";
import { compileModule, openSchemas } from "../../index.ts";

const labels = [
  ...["a", "A-b", "xn--9n2bp8q", "XN--9N2BP8Q", "xn--X", "xn--aa---o47jg78q", "xn---9uc", "xn--a-"],
  ...[
    "실례",
    "ßς་〇",
    "۽۾",
    "ـߺ",
    "l·l",
    "a·l",
    "α͵β",
    "α͵",
    "א׳ב",
    "a׳",
    "・ぁ",
    "・",
    "ب٠۰",
    "۰0",
  ],
  ...[
    "क्‍ष",
    "क‍ष",
    "क्‌षx‌y",
    "بي‌بي",
    "0ا",
    "aא",
    "א0٠",
    "é",
    "e\u0301",
    "\u0301a",
    "Ä",
    "ü".repeat(64),
  ],
  ...[
    "",
    "-a",
    "a-",
    "ab--c",
    "a b",
    "\ud800",
    "😀",
    "\u212A",
    "xn--\u212A",
    `${"a".repeat(64)}`,
    "ಕಿ",
    "xn--ls8h",
  ],
];
const names = labels.flatMap((label) => [
  label,
  `${label}.com`,
  `א.${label}`,
  `${label}。${label}`,
]);
const base64 = ["", "Q", "QQ", "QQ=", "QQ==", "Q===", "QUI=", "QUJD", "QUJDQ", "=", "==", "QQQQ=="];
const integers = ["0", "-0", "1", "-1", "01", "", "a", "1.0", "9223372036854775807"];
const bounds = ["9223372036854775808", "-9223372036854775808", "-9223372036854775809"];
const greatest = ["18446744073709551615", "18446744073709551616"];

describe("what is written is what the interpreter runs", () => {
  test.each<[string, readonly string[]]>([
    ["hostname", names],
    ["idn-hostname", names],
    ["int64", [...integers, ...bounds, ...greatest]],
    ["uint64", [...integers, ...bounds, ...greatest]],
    ["byte", base64],
    ["base64url", base64],
    ["sf-binary", base64.map((text) => `:${text}:`)],
  ])("%s", async (name, texts) => {
    const format = findFormat(name);
    const matches = format === undefined ? () => false : compileFormat(format);
    const { code } = compileModule(openSchemas({ format: name }), [{ name: "X", pointer: "" }], {
      formats: "assert",
    });
    const { isX } = await import(
      `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
    );
    const want = texts.map(matches);
    expect(texts.map((text) => isX(text))).toEqual(want);
    expect(new Set(want)).toEqual(new Set([true, false]));
  });

  test("only what a format needs is written", () => {
    const write = (schema: object) =>
      compileModule(openSchemas({ ...schema }), [{ name: "X", pointer: "" }], {
        formats: "assert",
      });
    expect(write({ format: "ipv4" }).code).not.toContain("Punycode");
    expect(write({ format: "hostname" }).code).toContain("Punycode");
  });
});
