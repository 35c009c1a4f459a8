import type { Check } from "../compiler/table-writer.ts";
import { compilePattern, patternExpected } from "../interpreter/pattern.ts";
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

const checkPattern: Check = {
  name: "checkPattern",
  needs: ["fail"],
  text: `function checkPattern([regex, pattern], value, place) {
  if (typeof value === "string" && !regex.test(value)) fail(place, "pattern", { pattern, actual: value });
}`,
};

/** `pattern`, Validation section 6.3.3: not anchored. */
export const pattern: Keyword = {
  name: "pattern",
  vocabulary: "validation",
  target: "string",
  expects: patternExpected,
  accepts: (value: JsonValue) => typeof value === "string" && compilePattern(value) !== undefined,
  interpret,
  inspect: interpret,
  compile(site, writer) {
    if (typeof site.value !== "string") return;
    writer.failIf(`!${writer.module.regex(site.value)}.test(${writer.value})`);
  },
  tabulate(site, table) {
    if (typeof site.value !== "string") return;
    table.mayReport("pattern");
    table.add(
      checkPattern,
      `[${table.module.regex(site.value)}, ${table.module.literal(site.value)}]`,
    );
  },
};
