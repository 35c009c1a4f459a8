import { isJson } from "../media-type.ts";
import { labelOf, type Operation } from "../operation.ts";
import { findOwn } from "../own.ts";
import type { Redact } from "../redaction.ts";
import { mediaTypeOf } from "../response/read.ts";
import type { Result } from "../result.ts";
import { findByStatus } from "../status.ts";
import { errorOf } from "../transport/failure.ts";
import type { CheckAnswer, FindSchema, SchemaTable } from "./options.ts";
import type { SchemaIssue, StandardSchema } from "./standard-schema.ts";

/**
 * Validation by schemas: of a table, or those that a function finds for each answer.
 *
 * @example
 * ```ts
 * import { bySchemas, createConnection, type StandardSchema } from "@truespec/client";
 *
 * export function connect(Models: StandardSchema) {
 *   const schemas = bySchemas({ "GET /models": { 200: Models } });
 *   const defaults = { baseUrl: "https://api.example.com", securitySchemes: {} };
 *   return createConnection({ validation: { mode: "strict", schemas } }, defaults);
 * }
 * ```
 */
export function bySchemas(schemas: SchemaTable | FindSchema): CheckAnswer {
  return async (call, result, mode) => {
    const { operation, redact, state } = call;
    const { status, mediaType, requestId } = result;
    const schema = findSchema(operation, schemas, result);
    const outcome = await schema?.["~standard"].validate(result.ok ? result.data : result.error);
    if (outcome?.issues === undefined) {
      return;
    }
    const issues = outcome.issues.map((issue) => redactIssue(issue, redact));
    state.logger?.({ kind: "invalid-response", operation: labelOf(operation), status, issues });
    await state.hooks?.onInvalidResponse?.({ operation, status, mediaType, requestId, issues });
    if (mode === "strict") {
      const text = `the ${status} response does not fit its schema${printPlace(issues)}`;
      throw errorOf(call, "invalid-response", text, { issues });
    }
  };
}

function findSchema(
  operation: Operation,
  schemas: SchemaTable | FindSchema,
  { status, mediaType, response }: Result,
): StandardSchema | undefined {
  // No schema is for an answer that can have no body (RFC 9110, sections 9.3.2 and 15).
  if (operation.method === "HEAD" || [204, 205, 304].includes(status)) {
    return undefined;
  }
  if (typeof schemas === "function") {
    return schemas({ operation, status, mediaType });
  }
  const table = findOwn(schemas, labelOf(operation));
  return table !== undefined && isJson(mediaTypeOf(operation, response))
    ? findByStatus(table, status)
    : undefined;
}

/** Where the first issue is; what it says may quote the data, which no message does. */
function printPlace([first]: readonly SchemaIssue[]): string {
  const keys = first?.path?.map(String) ?? [];
  return keys.length > 0 ? `, first at ${keys.join(".")}` : "";
}

/** Validators quote values, and a server may send a key back. */
function redactIssue({ message, path }: SchemaIssue, redact: Redact): SchemaIssue {
  const text = (key: PropertyKey) => (typeof key === "string" ? redact(key) : key);
  const keys = path?.map((segment) => text(typeof segment === "object" ? segment.key : segment));
  return { message: redact(message), ...(keys && { path: keys }) };
}
