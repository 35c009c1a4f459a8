import { describe, expect, test } from "vitest";
import {
  compileFormat,
  compileModule,
  createValidator,
  findFormat,
  findNumberFormat,
  isOfNumberFormat,
  openSchemas,
} from "../index.ts";

const textFormats: readonly string[] = [
  ...["date", "time", "date-time", "duration", "date-time-local", "time-local", "http-date"],
  ...["email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uuid", "imf-fixdate"],
  ...["uri", "uri-reference", "iri", "iri-reference", "uri-template", "regex", "char"],
  ...["json-pointer", "relative-json-pointer", "byte", "base64url", "decimal", "decimal128"],
  ...["int64", "uint64", "media-range", "sf-binary", "sf-boolean", "sf-string", "sf-token"],
];

/** What a careless pattern would try again and again. */
const hostileTexts: readonly string[] = [
  ...["a", "0", "a.", "a-", "1:", "0.", "{a", "{a,", "%41", "P1", "@", "a@", "/a?", "~0", "/~1"],
  ...[
    '"',
    '\\"',
    "\\\\",
    ";a=a",
    "; ",
    "é",
    "😀",
    "xn--",
    "l·",
    "[",
    "(a",
    "::",
    "a/b;",
    "1e",
    "+",
  ],
];

describe("formats", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["date", ["2024-02-29", "0000-02-29"], ["2023-02-29", "2024-2-9", "2024-13-01", "2024-04-31"]],
    [
      "time",
      ["23:59:60Z", "00:59:60+01:00", "12:00:00.5-08:00"],
      ["24:00:00Z", "12:00:00", "12:00:60Z"],
    ],
    ["date-time", ["2026-01-01t00:00:00z"], ["2026-01-01 00:00:00Z", "2026-01-01T00:00:00"]],
    ["duration", ["P1Y2M3DT4H5M6S", "P4W", "PT1S"], ["P", "PT", "P1YT", "P1H", "P1W1D"]],
    [
      "email",
      ["a@b.c", "a.b+c@x-y.z", '"a b"@c.d', "a@[127.0.0.1]"],
      ["a", "a@", "a..b@c.d", ".a@b.c"],
    ],
    ["idn-email", ["실례@실례.테스트"], ["실례"]],
    [
      "hostname",
      ["a", "a-b.c", "xn--nxasmq6b"],
      ["-a", "a-", "a..b", "a.", "a_b", `${"a".repeat(64)}`],
    ],
    ["idn-hostname", ["실례.테스트", "a。b"], ["-a", "a..b"]],
    ["ipv4", ["0.0.0.0", "255.255.255.255"], ["256.1.1.1", "01.1.1.1", "1.1.1", "1.1.1.1 "]],
    [
      "ipv6",
      ["::", "::1", "1::8", "::ffff:1.2.3.4"],
      ["1:2", ":::", "1::2::3", "::1%eth0", "12345::"],
    ],
    [
      "uri",
      ["http://a/b?c#d", "urn:a:b", "a://[::1]:80/"],
      ["/a", "http://a b", "http://a[b", "a://%zz"],
    ],
    ["uri-reference", ["/a", "", "?q", "a/b:c"], ["\\a", "a b", "#a#b"]],
    ["iri", ["http://ƒøø.ßår/?∂éœ=πîx"], ["/ƒ"]],
    ["iri-reference", ["/ƒøø", "#ƒ"], ["\\ƒ"]],
    ["uri-template", ["/a/{b}", "{?a,b*}", "{+a:3}"], ["{a", "a}", "{}"]],
    ["uuid", ["2EB8AA08-aa98-11ea-b4aa-73b441d16380"], ["2eb8aa08aa9811eab4aa73b441d16380", "x"]],
    ["json-pointer", ["", "/a~1b", "/"], ["a", "/~2", "#/a"]],
    ["relative-json-pointer", ["0", "1/a", "2#"], ["-1", "01", "/a", "1##"]],
    ["regex", ["^a+$", "\\p{L}"], ["(", "\\a"]],
    ["byte", ["", "QQ==", "QUI=", "QUJD"], ["QQ", "QQ=", "Q===", "QU-D", "QUJD\n"]],
    ["base64url", ["", "QQ", "QQ==", "QU-_"], ["Q", "QQ=", "Q+=="]],
    ["char", ["a", "😀", "\n"], ["", "ab", "e\u0301"]],
    ["decimal", ["0", "-1.50", "+.5", "0.0000008"], ["", ".", "1e5", "1,0", "NaN"]],
    ["decimal128", ["1e5", "-INF", "NaN", "1.0E-7"], ["INFINITY", "e5", "+INF"]],
    ["int64", ["-9223372036854775808", "0"], ["9223372036854775808", "1.0", "-0", "01"]],
    ["uint64", ["18446744073709551615"], ["18446744073709551616", "-1"]],
    ["date-time-local", ["2026-01-01T00:00:00.1"], ["2026-01-01T00:00:00Z"]],
    ["time-local", ["12:00:00"], ["12:00:00Z", "12:00"]],
    [
      "http-date",
      [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
      ],
      ["Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 UTC"],
    ],
    ["imf-fixdate", ["Sun, 06 Nov 1994 08:49:37 GMT"], ["Sun Nov  6 08:49:37 1994"]],
    ["media-range", ["*/*", "text/*", 'a/b; q=0.5;x="y z"'], ["a/b/c", "text", "a/b;", "a/b; q"]],
    ["sf-binary", ["::", ":QQ==:"], ["QQ==", ":QQ:"]],
    ["sf-boolean", ["?0", "?1"], ["0", "?2"]],
    ["sf-string", ['""', '"a\\"b"'], ["a", '"\\a"', '"é"']],
    ["sf-token", ["*a/b", "a:b"], ["1a", "", "a b"]],
  ])("%s", (name, valid, invalid) => {
    const format = findFormat(name);
    const matches = format === undefined ? () => undefined : compileFormat(format);
    expect(valid.filter((text) => matches(text) !== true)).toEqual([]);
    expect(invalid.filter((text) => matches(text) !== false)).toEqual([]);
  });

  test.each(textFormats)("%s reads a hostile text of a megabyte in linear time", (name) => {
    const format = findFormat(name);
    const matches = format && compileFormat(format);
    for (const text of hostileTexts) {
      const long = text.repeat(1_000_000 / text.length);
      const start = performance.now();
      for (const end of ["", "\n", "!"]) matches?.(long + end);
      expect(performance.now() - start, JSON.stringify(text)).toBeLessThan(5000);
    }
  });

  test.each(["unknown", "constructor", "__proto__", ""])("%j is none", (name) => {
    expect(findFormat(name)).toBeUndefined();
  });
});

describe("formats of numbers", () => {
  test.each<[string, readonly number[], readonly number[]]>([
    ["int8", [-128, 127], [-129, 128, 0.5]],
    ["uint8", [0, 255], [-1, 256]],
    ["int16", [-32_768, 32_767], [32_768]],
    ["uint16", [65_535], [65_536]],
    ["int32", [-2_147_483_648, 2_147_483_647, 1.0], [2_147_483_648, 1.5]],
    ["uint32", [4_294_967_295], [4_294_967_296, -1]],
    ["int64", [2 ** 53, -(2 ** 63)], [2 ** 63, 1e19, 0.1]],
    ["uint64", [2 ** 63], [2 ** 64, -1]],
    ["double-int", [2 ** 53 - 1], [2 ** 53]],
    ["float", [0.1, 3.4028234663852886e38, -1e38], [1e39, -3.5e38]],
    ["sf-integer", [999_999_999_999_999], [1e15]],
    ["sf-decimal", [0.125, 999_999_999_999.999], [1e12]],
  ])("%s", async (name, valid, invalid) => {
    const format = findNumberFormat(name);
    const isFit = (value: number) => format !== undefined && isOfNumberFormat(format, value);
    const document = openSchemas({ format: name });
    const { code } = compileModule(document, [{ name: "X", pointer: "" }], { formats: "assert" });
    const { isX } = await import(
      `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
    );
    for (const check of [isFit, isX]) {
      expect(valid.filter((value) => !check(value))).toEqual([]);
      expect(invalid.filter(check)).toEqual([]);
    }
  });

  test("say nothing of strings, unless asked", () => {
    const document = openSchemas({ format: "int32" });
    const isValid = (instance: unknown, formats: "annotate" | "assert") =>
      createValidator(document, "", { formats })(instance).valid;
    expect(isValid("a", "assert")).toBe(true);
    expect(isValid(0.5, "annotate")).toBe(true);
    expect(isValid(0.5, "assert")).toBe(false);
  });

  test.each(["double", "decimal", "binary", "password"])(
    "%s asserts nothing of numbers",
    (name) => {
      expect(findNumberFormat(name)).toBeUndefined();
    },
  );
});
