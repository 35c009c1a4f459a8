import { expect, test } from "vitest";
import { readHeaderOptions } from "./header-option.ts";

const env = { KEY: "Bearer s3cret", EMPTY: "", LINES: "a\nb" };

test("takes the value from the environment", () => {
  expect([...readHeaderOptions(["Authorization=KEY", "X-Key=KEY"], env)]).toEqual([
    ["Authorization", "Bearer s3cret"],
    ["X-Key", "Bearer s3cret"],
  ]);
});

test.each([
  { option: "Authorization", want: /takes NAME=ENVVAR/ },
  { option: "=KEY", want: /takes NAME=ENVVAR/ },
  { option: "Bad Name=KEY", want: /takes NAME=ENVVAR/ },
  { option: "Authorization=", want: /takes NAME=ENVVAR/ },
  { option: "Authorization=MISSING", want: /is not set/ },
  { option: "Authorization=EMPTY", want: /is not set/ },
  { option: "Authorization=LINES", want: /line break/ },
])("$option is refused", ({ option, want }) => {
  expect(() => readHeaderOptions([option], env)).toThrow(want);
});

test("a secret in the wrong place is not repeated", () => {
  expect(() => readHeaderOptions(["Authorization=s3cret-value"], env)).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining("s3cret-value") }),
  );
});
