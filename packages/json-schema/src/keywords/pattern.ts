import type { Check } from "../compiler/table-writer.ts";
import { reportError } from "../interpreter/report.ts";
import type { JsonValue } from "../json.ts";
import { isPattern, type Pattern, patternExpected, patternExplodes } from "../pattern/pattern.ts";
import type { Keyword, Site } from "./keyword.ts";

function read({ value, interpreter, reportFault }: Site): Pattern | undefined {
  const found = typeof value === "string" ? interpreter.document.readPattern(value) : undefined;
  if (found?.isExponential) reportFault(`\`pattern\` ${patternExplodes}.`);
  return found;
}

function interpret(site: Site): ReturnType<NonNullable<Keyword["interpret"]>> {
  const found = read(site);
  if (found === undefined) return undefined;
  const { source, matcher } = found;
  return (instance, at) =>
    typeof instance !== "string" ||
    matcher.test(instance) ||
    reportError(at, "pattern", site.location, { pattern: source, actual: instance });
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
  accepts: (value: JsonValue) => typeof value === "string" && isPattern(value),
  interpret,
  inspect: interpret,
  compile(site, writer) {
    const found = read(site);
    if (found !== undefined) {
      writer.failIf(`!${writer.module.pattern(found)}.test(${writer.value})`);
    }
  },
  tabulate(site, table) {
    const found = read(site);
    if (found === undefined) return;
    table.mayReport("pattern");
    const { pattern, literal } = table.module;
    table.add(checkPattern, `[${pattern(found)}, ${literal(found.source)}]`);
  },
};
