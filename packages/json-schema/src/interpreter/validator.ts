import type { SchemaDocument } from "../document/document.ts";
import { JsonSchemaError } from "../error.ts";
import type { Validation } from "../validation.ts";
import { type ConventionOptions, readConventions } from "./conventions.ts";
import { openInterpreter } from "./open-interpreter.ts";

/**
 * How a validator goes about it, besides its conventions.
 *
 * - `errors`: all of an invalid instance, which is the default, or the first of them alone, where
 *   the evaluation stops. Of an instance that also goes too deep, either may be told as the first
 */
export interface ValidatorOptions extends ConventionOptions {
  readonly errors?: "all" | "first";
}

/**
 * Makes a validator of the schema at a JSON Pointer: full JSON Schema 2020-12, interpreted.
 *
 * An instance that leads through more than 512 references is invalid with keyword `depth`. A
 * keyword whose value cannot mean anything is passed over, with a diagnostic in the document.
 * Throws `JsonSchemaError` with code `schema-not-found` where the pointer names no schema.
 *
 * @example
 * const validate = createValidator(openSchemas({ type: "string" }), "");
 * validate(1); // { valid: false, errors: [{ keyword: "type", ... }] }
 */
export function createValidator(
  document: SchemaDocument,
  pointer: string,
  options: ValidatorOptions = {},
): (instance: unknown) => Validation {
  const node = document.find(pointer);
  if (node === undefined) {
    throw new JsonSchemaError("schema-not-found", `There is no schema at "${pointer}".`);
  }
  const interpreter = openInterpreter(document, readConventions(options));
  const list = options.errors === "first" ? interpreter.findFirstError : interpreter.collectErrors;
  return (instance) => {
    if (interpreter.holds(node, instance)) return { valid: true, value: instance };
    return { valid: false, errors: list(node, instance) };
  };
}
