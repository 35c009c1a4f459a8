/**
 * What generated clients stand on: calls as data in, results by status and media type out.
 *
 * @packageDocumentation
 */

export type {
  BasicCredentials,
  Credential,
  Provider,
  SecurityScheme,
  Token,
} from "./auth/credential.ts";
export { call } from "./call.ts";
export type { CallOptions, SendingOptions } from "./call-options.ts";
export { bindOperations } from "./client.ts";
export {
  type Connection,
  type ConnectionDefaults,
  type ConnectionOptions,
  type ConnectionState,
  createConnection,
} from "./connection.ts";
export { type DataOf, dataOf } from "./data-of.ts";
export { ClientError, type ClientErrorCode, type ClientErrorOptions } from "./error.ts";
export type { Attempt, Hooks, LogEntry, Logger, RetryNotice } from "./hooks.ts";
export type { Operation, Parameter, ParameterLocation } from "./operation.ts";
export type { EncodedBody } from "./request/body.ts";
export type { HeadersInput } from "./request/headers.ts";
export type {
  Accepted,
  Failure,
  FailureStatus,
  Result,
  StatusRange,
  Success,
  SuccessStatus,
} from "./result.ts";
export type { Clock } from "./transport/clock.ts";
export type { Timeouts } from "./transport/deadline.ts";
export type { RedirectMode } from "./transport/redirect.ts";
export type { RetryOptions } from "./transport/retry-policy.ts";
export type { Fetch } from "./transport/transport.ts";
export { type CheckedValues, checkEach, type InvalidValue } from "./validation/check-each.ts";
export type {
  CheckedAnswer,
  FindSchema,
  InvalidResponse,
  SchemaTable,
  ValidationOptions,
} from "./validation/options.ts";
export type { SchemaIssue, StandardResult, StandardSchema } from "./validation/standard-schema.ts";
