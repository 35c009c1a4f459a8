import { JsonSchemaError } from "../error.ts";
import { patternExpected, readPattern } from "../pattern/pattern.ts";
import type { Format } from "./format.ts";

/**
 * A format of the caller's own, by a regular expression of ECMA-262: the texts that it matches have it.
 * It is not anchored, as that of `pattern` is not: `^[A-Z]{3}$`. A text of more than a million UTF-16
 * code units has no such format.
 */
export interface PatternFormat {
  readonly pattern: string;
}

/** A format of the caller's own, by a function that answers for every text and throws for none. */
export interface TestFormat {
  readonly test: (text: string) => boolean;
}

/** The same for compiled code, which imports the function: by module specifier and the name of the export. */
export interface ImportedFormat {
  readonly module: string;
  /** An identifier, `default` for the default export. */
  readonly export: string;
}

/**
 * Formats of the caller's own, by the word that stands in `format`. They assert, whatever is said of the
 * others, and of strings alone; one of a known name takes its place there.
 */
export type CustomFormats<Other> = Readonly<Record<string, PatternFormat | Other>>;

/** A format of the caller's own, as the interpreter takes it, or the compiler. */
export type CustomFormat = PatternFormat | TestFormat | ImportedFormat;

/** A format of strings, by its name: one of the catalogue or of the caller's own. */
export type TextFormat =
  | Format
  | (TestFormat & { readonly name: string })
  | (ImportedFormat & { readonly name: string });

/** Where a group repeats, the text of a match costs the engine memory. */
const longestText = 1_000_000;

/** A format of the caller's own under its name. */
export function readCustomFormat(name: string, format: CustomFormat): TextFormat {
  if ("pattern" in format) return { name, pattern: format.pattern, limit: longestText };
  return { name, ...format };
}

/** Throws `JsonSchemaError` with code `invalid-format` for one that compiled code cannot have. */
export function asPattern(format: Exclude<TextFormat, ImportedFormat>): Format {
  if ("pattern" in format) return format;
  throw new JsonSchemaError(
    "invalid-format",
    `The format ${JSON.stringify(format.name)}: compiled code takes a pattern, or a module and its export.`,
  );
}

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*$/u;

/** Throws `JsonSchemaError` with code `invalid-format` for one that cannot be asked. */
export function checkFormats(formats: CustomFormats<CustomFormat>): void {
  for (const [name, format] of Object.entries(formats)) {
    const fault = findFault(format);
    if (fault !== undefined) {
      throw new JsonSchemaError("invalid-format", `The format ${JSON.stringify(name)}: ${fault}.`);
    }
  }
}

function findFault(format: CustomFormat): string | undefined {
  const pattern = "pattern" in format ? readPattern(format.pattern) : undefined;
  if ("pattern" in format && (!pattern?.regex.unicode || pattern.isExponential)) {
    return `its pattern must be ${patternExpected}, with the flag u`;
  }
  const isNamed = !("export" in format) || identifier.test(format.export);
  return isNamed ? undefined : `${JSON.stringify(format.export)} is no identifier of JavaScript`;
}
