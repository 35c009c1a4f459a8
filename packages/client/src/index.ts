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
export type { CallOptions } from "./call.ts";
export { call } from "./call.ts";
export { bindOperations } from "./client.ts";
export type { Connection, ConnectionOptions } from "./connection.ts";
export { type ConnectionDefaults, type ConnectionState, createConnection } from "./connection.ts";
export { ClientError, type ClientErrorCode, type ClientErrorOptions } from "./error.ts";
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
export type { Fetch, PreparedRequest, Transport } from "./transport/transport.ts";
