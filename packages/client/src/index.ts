/**
 * What generated clients stand on: calls as data in, results by status and media type out.
 *
 * @packageDocumentation
 */

export type {
  BasicCredentials,
  Credential,
  Provider,
  Token,
} from "./auth/credential.ts";
export {
  cookieKey,
  headerKey,
  httpBasic,
  httpToken,
  queryKey,
} from "./auth/schemes.ts";
export type { SecurityScheme, WriteSecret } from "./auth/security-scheme.ts";
export { call } from "./call.ts";
export type { CallOptions, SendingOptions } from "./call-options.ts";
export { bindGroups, type FunctionGroups } from "./client.ts";
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
export type { Operation } from "./operation.ts";
export {
  nextByCursor,
  nextByLastItem,
  nextByLink,
  nextByOffset,
  nextByPage,
  nextByUrl,
} from "./paging/next.ts";
export { type Asked, type ItemOf, type Pages, paginate } from "./paging/paginate.ts";
export type { FindNext, Next, Page, Paging } from "./paging/paging.ts";
export {
  anyBody,
  binaryBody,
  type EncodedBody,
  type EncodedContent,
  jsonBody,
  type PartEncoding,
  type Parts,
  type PreparedBody,
  type RequestBody,
  textBody,
  type WriteBody,
  type WritePart,
  writeBody,
} from "./request/body.ts";
export { plainCookie } from "./request/cookie.ts";
export { writeDatedBody } from "./request/dated-body.ts";
export { jsonParameter, wholeQuery } from "./request/document.ts";
export type { Draft } from "./request/draft.ts";
export { formBody, formQuery } from "./request/form.ts";
export type { HeadersInput } from "./request/headers.ts";
export { anyMultipart, mixedBody } from "./request/mixed.ts";
export { multipartBody } from "./request/multipart.ts";
export type {
  MemberStyle,
  Parameter,
  ParameterLocation,
  PlainParameter,
  StyledParameter,
  WriteParameter,
} from "./request/parameter.ts";
export { multipartWithHeaders, withPartHeaders } from "./request/part-headers.ts";
export { encodedPart, nestedPart } from "./request/special-parts.ts";
export { cookie, deepObject, styledHeader, styledPath, styledQuery } from "./request/style.ts";
export {
  type AnswerDates,
  type Dates,
  type DatesWithin,
  dateTime,
  readDates,
} from "./response/dates.ts";
export type {
  Accepted,
  Failure,
  FailureStatus,
  OtherFailure,
  Result,
  StatusRange,
  Success,
  SuccessStatus,
} from "./result.ts";
export { chooseServer, type Server, type ServerChoice, type ServerVariable } from "./server.ts";
export {
  readEventData,
  readEvents,
  readJsonEvents,
  type ServerSentEvent,
} from "./stream/events.ts";
export { readJsonLines } from "./stream/json-lines.ts";
export { type Opened, openStream, type ReadStream, type Streams } from "./stream/open.ts";
export { type OpenEvents, type ReconnectOptions, reconnect } from "./stream/reconnect.ts";
export { eventDataBody, eventsBody, jsonEventsBody } from "./stream/write-events.ts";
export { linesBody } from "./stream/write-json-lines.ts";
export type { Clock } from "./transport/clock.ts";
export type { Timeouts } from "./transport/deadline.ts";
export type { RedirectMode } from "./transport/redirect.ts";
export type { RetryOptions } from "./transport/retry-policy.ts";
export type { Fetch } from "./transport/transport.ts";
export type { CheckedAnswer, InvalidResponse } from "./validation/answer.ts";
export { bySchemas } from "./validation/by-schemas.ts";
export { type CheckedValues, checkEach, type InvalidValue } from "./validation/check-each.ts";
export type {
  CheckAnswer,
  CheckedCall,
  FindSchema,
  SchemaTable,
  ValidationOptions,
} from "./validation/options.ts";
export type { SchemaIssue, StandardResult, StandardSchema } from "./validation/standard-schema.ts";
