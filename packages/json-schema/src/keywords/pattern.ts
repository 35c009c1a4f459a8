import { compilePattern } from "../interpreter/pattern.ts";
import { reportError } from "../interpreter/report.ts";
import type { JsonValue } from "../json.ts";
import type { Keyword, Site } from "./keyword.ts";

function interpret({ value, location }: Site): ReturnType<NonNullable<Keyword["interpret"]>> {
  const regex = typeof value === "string" ? compilePattern(value) : undefined;
  if (regex === undefined) return undefined;
  return (instance, at) =>
    typeof instance !== "string" ||
    regex.test(instance) ||
    reportError(at, "pattern", location, { pattern: value, actual: instance });
}

/** `pattern`, Validation section 6.3.3: not anchored. */
export const pattern: Keyword = {
  name: "pattern",
  vocabulary: "validation",
  target: "string",
  expects: "a regular expression of ECMA-262",
  accepts: (value: JsonValue) => typeof value === "string" && compilePattern(value) !== undefined,
  interpret,
  inspect: interpret,
  compile(site, writer) {
    if (typeof site.value !== "string") return;
    writer.failIf(site, {
      condition: `!${writer.regex(site.value)}.test(${writer.value})`,
      params: `{ pattern: ${writer.literal(site.value)}, actual: ${writer.value} }`,
    });
  },
};
