/**
 * What an evaluation goes by where the standard, or the description, leaves a choice.
 */
import {
  type CustomFormat,
  type CustomFormats,
  checkFormats,
  type TestFormat,
} from "../formats/custom-format.ts";
import { hasMember } from "../instance.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";

/** Whether `format` only annotates, Validation section 7.2.1, or asserts too. */
export type FormatMode = "annotate" | "assert";

/**
 * Which enumerations accept a string that they do not list, such as a value that a newer server
 * sends.
 *
 * - `strict`: none, as JSON Schema has it
 * - `tolerant`: those that are marked open beside `enum`: by `x-extensible-enum` other than `false`,
 *   by `x-speakeasy-unknown-values: allow`, or by `x-ms-enum` with `modelAsString: true`
 * - `open`: these, and every one that lists two strings or more; one string alone is a constant, by
 *   which the branches of a union are told apart
 */
export type EnumMode = "strict" | "tolerant" | "open";

/** How keywords are read. */
export interface Conventions {
  readonly formats: FormatMode;
  readonly enums: EnumMode;
  readonly customFormats: CustomFormats<CustomFormat>;
}

/**
 * Choices of the caller.
 *
 * - `formats`: whether `format` asserts; by default it annotates, as draft 2020-12 has it
 * - `enums`: which enumerations accept unlisted strings; by default none
 * - `customFormats`: formats of the caller's own, which always assert: `{ isbn: { pattern: "^[0-9]{13}$" } }`
 */
export interface ConventionOptions extends Partial<Omit<Conventions, "customFormats">> {
  readonly customFormats?: CustomFormats<TestFormat>;
}

/** What the choices may be: those of code that is compiled name modules. */
type Choices = Partial<Conventions>;

/**
 * The choices, with the standard's own where the caller has none.
 *
 * Throws `JsonSchemaError` with code `invalid-format` for a format that cannot be asked.
 */
export function readConventions(choices: Choices): Conventions {
  const { formats = "annotate", enums = "strict", customFormats = noFormats } = choices;
  checkFormats(customFormats);
  return { formats, enums, customFormats };
}

/** One for all, so that documents know it again. */
const noFormats: CustomFormats<never> = Object.freeze({});

/**
 * Does the `enum` of this schema accept strings that it does not list? Only where it lists strings,
 * null beside them and nothing else; a single one says what the value is, as `const` does.
 */
export function acceptsUnlisted({ enums }: Conventions, schema: JsonObject): boolean {
  if (enums === "strict") return false;
  const values = hasMember(schema, "enum") ? schema["enum"] : undefined;
  if (!Array.isArray(values)) return false;
  const strings = values.filter((value) => typeof value === "string");
  const others = values.length - strings.length - (values.includes(null) ? 1 : 0);
  if (others > 0) return false;
  return isMarkedOpen(schema) ? strings.length > 0 : enums === "open" && strings.length > 1;
}

function isMarkedOpen(schema: JsonObject): boolean {
  const read = (object: JsonValue | undefined, name: string): JsonValue | undefined =>
    isJsonObject(object) && hasMember(object, name) ? object[name] : undefined;
  const extensible = read(schema, "x-extensible-enum");
  return (
    (extensible !== undefined && extensible !== false) ||
    read(schema, "x-speakeasy-unknown-values") === "allow" ||
    read(read(schema, "x-ms-enum"), "modelAsString") === true
  );
}
