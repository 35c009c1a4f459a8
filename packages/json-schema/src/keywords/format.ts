import { isFormatAsserted } from "../document/vocabulary.ts";
import { compileFormat, findFormat } from "../formats/catalogue.ts";
import type { Format } from "../formats/format.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import type { Keyword, Site } from "./keyword.ts";

/** The format, where it asserts at all: when asked for, or by the meta-schema's vocabulary. */
function findAsserted({ value, interpreter, node }: Site): Format | undefined {
  const isAsserted =
    interpreter.formats === "assert" || isFormatAsserted(interpreter.document, node);
  return isAsserted && typeof value === "string" ? findFormat(value) : undefined;
}

function interpret(site: Site): Evaluate | undefined {
  const format = findAsserted(site);
  if (format === undefined) return undefined;
  const matches = compileFormat(format);
  return (instance, at) =>
    typeof instance !== "string" ||
    matches(instance) ||
    reportError(at, "format", site.location, { format: format.name, actual: instance });
}

/** `format`, Validation section 7: an annotation unless asked to assert; unknown ones never assert. */
export const format: Keyword = {
  name: "format",
  vocabulary: "format",
  target: "string",
  expects: "a string",
  accepts: (value) => typeof value === "string",
  interpret,
  inspect: interpret,
  compile(site, writer) {
    const asserted = findAsserted(site);
    if (asserted === undefined) return;
    writer.failIf(site, {
      condition: `!${writer.format(asserted)}(${writer.value})`,
      params: `{ format: ${writer.literal(asserted.name)}, actual: ${writer.value} }`,
    });
  },
};
