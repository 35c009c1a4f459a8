import { ClientError, type ClientErrorCode } from "./error.ts";
import type { Failure, Result, Success } from "./result.ts";

/** The data that a call's results hold where they are successes. */
export type DataOf<Outcome> =
  Outcome extends Success<number, string | undefined, infer Data> ? Data : never;

/**
 * The data of a success, for those who would rather catch than ask.
 *
 * @throws ClientError `redirection`, `client-error` or `server-error` when the result is a failure;
 *   its `status`, `body`, `requestId` and `response` are those of the answer
 * @example
 * ```ts
 * import { call, createConnection, dataOf, type Result } from "@truespec/client";
 *
 * const connection = createConnection({}, { baseUrl: "https://api.example.com", securitySchemes: {} });
 * const data = dataOf(await call<Result>(connection, { method: "GET", path: "/models" }));
 * console.log(data);
 * ```
 */
export function dataOf<Outcome extends Result>(result: Outcome): DataOf<Outcome> {
  // A success of the outcome holds the data of the outcome.
  if (result.ok) return result.data as DataOf<Outcome>;
  throw failureOf(result);
}

function failureOf({
  status,
  error,
  requestId,
  response,
  operation,
}: Failure<number, string | undefined, unknown>): ClientError {
  const reason = response.statusText === "" ? "" : ` ${response.statusText}`;
  return new ClientError(familyOf(status), `${operation}: the server answered ${status}${reason}`, {
    body: error,
    requestId,
    response,
    attempts: 1,
  });
}

/** RFC 9110, section 15: the class of a status. */
function familyOf(status: number): ClientErrorCode {
  if (status < 400) return "redirection";
  return status < 500 ? "client-error" : "server-error";
}
