import { formatError } from "../format-error.ts";
import { isJsonArray } from "../json.ts";
import { parsePointer } from "../json-pointer.ts";
import type { ValidationError } from "../validation.ts";

/** An issue of Standard Schema, version 1: https://standardschema.dev/schema. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/**
 * Validation errors as Standard Schema issues; a step into an array is a number. `instance` is what
 * the errors are of.
 *
 * @example
 * const validation = validate(instance);
 * const issues = validation.valid ? [] : listIssues(validation.errors, instance);
 */
export function listIssues(
  errors: readonly ValidationError[],
  instance: unknown,
): readonly StandardIssue[] {
  return errors.map((error) => {
    let place = instance;
    const path = parsePointer(error.instanceLocation).map((token) => {
      const key = isJsonArray(place) ? Number(token) : token;
      // The error's location was walked to, so there is an object or array at each step.
      place = (place as { readonly [key: string | number]: unknown })[key];
      return key;
    });
    return { message: formatError(error), path };
  });
}
