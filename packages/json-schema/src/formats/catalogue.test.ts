import { describe, expect, test } from "vitest";
import { compileFormat, findFormat } from "../index.ts";

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
  ])("%s", (name, valid, invalid) => {
    const format = findFormat(name);
    const matches = format === undefined ? () => undefined : compileFormat(format);
    expect(valid.filter((text) => matches(text) !== true)).toEqual([]);
    expect(invalid.filter((text) => matches(text) !== false)).toEqual([]);
  });

  test.each(["email", "hostname", "uri", "iri-reference", "uri-template", "duration", "ipv6"])(
    "%s reads long text in linear time",
    (name) => {
      const format = findFormat(name);
      const matches = format && compileFormat(format);
      for (const text of ["a", "a.", "a-", "1:", "{a", "%41", "P1", "@", "/a?"]) {
        const start = performance.now();
        matches?.(`${text.repeat(50_000)}\n`);
        expect(performance.now() - start).toBeLessThan(1000);
      }
    },
  );

  test.each(["unknown", "constructor", "__proto__", ""])("%j is none", (name) => {
    expect(findFormat(name)).toBeUndefined();
  });
});
