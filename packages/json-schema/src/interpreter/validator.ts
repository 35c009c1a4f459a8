import type { SchemaDocument } from "../document/document.ts";
import { JsonSchemaError } from "../error.ts";
import type { Validation } from "../validation.ts";
import type { FormatMode } from "./interpreter.ts";
import { openInterpreter } from "./open-interpreter.ts";

/** `formats`: whether `format` asserts; by default it annotates, as draft 2020-12 has it. */
export interface ValidatorOptions {
  readonly formats?: FormatMode;
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
  const interpreter = openInterpreter(document, options.formats ?? "annotate");
  return (instance) => {
    if (interpreter.holds(node, instance)) return { valid: true, value: instance };
    return { valid: false, errors: interpreter.collectErrors(node, instance) };
  };
}
