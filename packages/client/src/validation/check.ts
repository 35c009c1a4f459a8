import { ClientError } from "../error.ts";
import { bodyKindOf } from "../media-type.ts";
import { labelOf } from "../operation.ts";
import type { Redact } from "../redaction.ts";
import { mediaTypeOf } from "../response/read.ts";
import type { Result } from "../result.ts";
import { findByStatus } from "../status.ts";
import { describeResponse } from "../transport/failure.ts";
import type { CallPlan } from "../transport/plan.ts";
import type { CheckedAnswer, InvalidResponse, ValidationOptions } from "./options.ts";
import type { SchemaIssue, StandardSchema } from "./standard-schema.ts";

/** Validation options with nothing left open. */
export interface ValidationPolicy {
  readonly mode: "off" | "warn" | "strict";
  readonly schemas: ValidationOptions["schemas"];
}

/** A result, and how many attempts it took. */
export interface Checkable {
  readonly result: Result;
  readonly attempts: number;
}

/**
 * Holds a result against its schema, where it has one.
 *
 * @throws ClientError `invalid-response` when it does not fit and the mode is `strict`
 */
export async function checkResult(
  plan: CallPlan,
  { mode, schemas }: ValidationPolicy,
  { result, attempts }: Checkable,
): Promise<void> {
  const schema =
    mode === "off" || isBodiless(plan, result) ? undefined : find(plan, schemas, result);
  const outcome = await schema?.["~standard"].validate(result.ok ? result.data : result.error);
  if (outcome?.issues === undefined) {
    return;
  }
  const issues = outcome.issues.map((issue) => redactIssue(issue, plan.redact));
  await tell(plan, { ...answerOf(plan, result), requestId: result.requestId, issues });
  if (mode === "strict") {
    const message = `${labelOf(plan.operation)}: the ${result.status} response does not fit its schema`;
    const about = describeResponse(plan, result.response);
    throw new ClientError("invalid-response", message, { ...about, attempts, issues });
  }
}

/** An answer that can have no body (RFC 9110, sections 9.3.2 and 15). */
function isBodiless({ operation }: CallPlan, { status }: Result): boolean {
  return operation.method === "HEAD" || [204, 205, 304].includes(status);
}

function find(
  plan: CallPlan,
  schemas: ValidationOptions["schemas"],
  result: Result,
): StandardSchema | undefined {
  if (typeof schemas === "function") {
    return schemas(answerOf(plan, result));
  }
  const label = labelOf(plan.operation);
  if (schemas === undefined || !Object.hasOwn(schemas, label)) {
    return undefined;
  }
  const isJson = bodyKindOf(mediaTypeOf(plan.operation, result.response)) === "json";
  return isJson ? findByStatus(schemas[label] ?? {}, result.status) : undefined;
}

function answerOf({ operation }: CallPlan, { status, mediaType }: Result): CheckedAnswer {
  return { operation, status, mediaType };
}

async function tell({ hooks, logger }: CallPlan, invalid: InvalidResponse): Promise<void> {
  const { operation, status, issues } = invalid;
  logger?.({ kind: "invalid-response", operation: labelOf(operation), status, issues });
  await hooks.onInvalidResponse?.(invalid);
}

/** Validators quote values, and a server may send a key back. */
function redactIssue({ message, path }: SchemaIssue, redact: Redact): SchemaIssue {
  const text = (key: PropertyKey) => (typeof key === "string" ? redact(key) : key);
  const keys = path?.map((segment) => text(typeof segment === "object" ? segment.key : segment));
  return { message: redact(message), ...(keys === undefined ? {} : { path: keys }) };
}
