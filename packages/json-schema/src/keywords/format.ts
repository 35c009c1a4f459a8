import type { ModuleWriter } from "../compiler/schema-writer.ts";
import type { Check } from "../compiler/table-writer.ts";
import { isFormatAsserted } from "../document/vocabulary.ts";
import {
  compileFormat,
  findFormat,
  findNumberFormat,
  isOfNumberFormat,
} from "../formats/catalogue.ts";
import { asPattern, readCustomFormat, type TextFormat } from "../formats/custom-format.ts";
import type { NumberFormat } from "../formats/format.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { reportError } from "../interpreter/report.ts";
import type { Keyword, Site } from "./keyword.ts";
import { annotateValue } from "./metadata.ts";

/** The format, where it asserts at all: when asked for, or by the meta-schema's vocabulary. */
function findAsserted<T>(
  { value, interpreter, node }: Site,
  find: (name: string) => T | undefined,
): T | undefined {
  const isAsserted =
    interpreter.formats === "assert" || isFormatAsserted(interpreter.document, node);
  return isAsserted && typeof value === "string" ? find(value) : undefined;
}

const checkFormat: Check = {
  name: "checkFormat",
  needs: ["fail"],
  text: `function checkFormat([isFit, format], value, place) {
  if (typeof value === "string" && !isFit(value)) fail(place, "format", { format, actual: value });
}`,
};

const checkNumberFormat: Check = {
  name: "checkNumberFormat",
  needs: ["fail"],
  text: `function checkNumberFormat([isMisfit, format], value, place) {
  if (Number.isFinite(value) && isMisfit(value)) fail(place, "format", { format, actual: value });
}`,
};

const face = {
  ...({ name: "format", vocabulary: "format", expects: "a string" } as const),
  accepts: (value: unknown) => typeof value === "string",
};

/** The caller's own first. */
function findTextFormat(site: Site): TextFormat | undefined {
  const { value, interpreter } = site;
  if (typeof value !== "string") return undefined;
  const { customFormats } = interpreter;
  const own = Object.hasOwn(customFormats, value) ? customFormats[value] : undefined;
  return own === undefined ? findAsserted(site, findFormat) : readCustomFormat(value, own);
}

/** A function of the module that tells whether a text has the format. */
function printIsFormat(format: TextFormat, module: ModuleWriter): string {
  return "module" in format ? module.imported(format) : module.format(asPattern(format));
}

function interpretText(site: Site): Evaluate | undefined {
  const format = findTextFormat(site);
  // What compiled code imports nobody else can ask.
  if (format === undefined || "module" in format) return undefined;
  const matches = "test" in format ? format.test : compileFormat(format);
  return (instance, at) =>
    typeof instance !== "string" ||
    matches(instance) ||
    reportError(at, "format", site.location, { format: format.name, actual: instance });
}

/** `format` of strings, Validation section 7: an annotation unless asked to assert; unknown ones never assert, the caller's own always. */
export const format: Keyword = {
  ...{ ...face, target: "string", interpret: interpretText, inspect: interpretText },
  annotate: annotateValue,
  compile(site, writer) {
    const asserted = findTextFormat(site);
    if (asserted === undefined) return;
    writer.failIf(`!${printIsFormat(asserted, writer.module)}(${writer.value})`);
  },
  tabulate(site, table) {
    const asserted = findTextFormat(site);
    if (asserted === undefined) return;
    table.mayReport("format");
    const isFormat = printIsFormat(asserted, table.module);
    table.add(checkFormat, `[${isFormat}, ${table.module.literal(asserted.name)}]`);
  },
};

function interpretNumber(site: Site): Evaluate | undefined {
  const format = findAsserted(site, findNumberFormat);
  if (format === undefined) return undefined;
  return (instance, at) =>
    typeof instance !== "number" ||
    isOfNumberFormat(format, instance) ||
    reportError(at, "format", site.location, { format: format.name, actual: instance });
}

/** `format` of numbers, which are OpenAPI's: an annotation unless asked to assert, too. */
export const numberFormat: Keyword = {
  ...{ ...face, target: "number", interpret: interpretNumber, inspect: interpretNumber },
  annotate: annotateValue,
  compile(site, writer) {
    const asserted = findAsserted(site, findNumberFormat);
    if (asserted === undefined) return;
    writer.failIf(misfit(asserted, writer.value));
  },
  tabulate(site, table) {
    const asserted = findAsserted(site, findNumberFormat);
    if (asserted === undefined) return;
    table.mayReport("format");
    const isMisfit = `(value) => ${misfit(asserted, "value")}`;
    table.add(checkNumberFormat, `[${isMisfit}, ${table.module.literal(asserted.name)}]`);
  },
};

/** The condition under which a number is not of a format. */
function misfit({ isInteger, minimum, maximum }: NumberFormat, value: string): string {
  const bounds = `${value} < ${minimum} || ${value} > ${maximum}`;
  return isInteger ? `!Number.isInteger(${value}) || ${bounds}` : bounds;
}
