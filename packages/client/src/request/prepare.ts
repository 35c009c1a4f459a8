import type { Authorization } from "../auth/authorize.ts";
import type { CallOptions } from "../call-options.ts";
import type { ConnectionState } from "../connection.ts";
import type { Operation } from "../operation.ts";
import type { PreparedRequest } from "../transport/transport.ts";
import { buildBody } from "./body.ts";
import { buildHeaders, cookieParameters, headerParameters } from "./headers.ts";
import { InvalidInput, invalidRequest } from "./invalid-input.ts";
import { buildUrl, type Input } from "./url.ts";

/** What a caller gives for one call, and what proves who calls. */
export interface Given {
  readonly input: Input;
  readonly options: CallOptions;
  readonly authorization: Authorization;
}

/**
 * The request of a call, as data.
 *
 * @throws ClientError `invalid-request` when the input makes none
 */
export function prepareRequest(
  state: ConnectionState,
  operation: Operation,
  given: Given,
): PreparedRequest {
  try {
    return build(state, operation, given);
  } catch (error) {
    throw invalidRequest(operation, error);
  }
}

function build(
  state: ConnectionState,
  operation: Operation,
  { input, options, authorization }: Given,
): PreparedRequest {
  const { body, contentType } = buildBody(operation, input);
  rejectUnsendable(operation, body);
  return {
    url: buildUrl(operation, input, {
      baseUrl: chooseBaseUrl(state, operation, options),
      query: authorization.query,
    }),
    method: operation.method,
    headers: buildHeaders({
      defaults: { accept: acceptOf(operation, options), "content-type": contentType },
      client: state.headers(),
      parameters: headerParameters(operation, input),
      authorization: authorization.headers,
      call: options.headers ?? {},
      cookies: [...cookieParameters(operation, input), ...authorization.cookies],
    }),
    body,
  };
}

/** `fetch` sends no body with these methods, whatever the description says, and no stream that another reads. */
function rejectUnsendable({ method }: Operation, body: unknown): void {
  if (body instanceof ReadableStream && body.locked) {
    throw new InvalidInput("the body is a stream that is being read, or was read already");
  }
  if (body !== undefined && (method === "GET" || method === "HEAD")) {
    throw new InvalidInput(`fetch sends no body with ${method}`);
  }
}

function chooseBaseUrl(state: ConnectionState, operation: Operation, options: CallOptions): string {
  if (options.baseUrl !== undefined) {
    return options.baseUrl;
  }
  return state.isOwnBaseUrl ? state.baseUrl : (operation.baseUrl ?? state.baseUrl);
}

function acceptOf(operation: Operation, options: CallOptions): string | undefined {
  const described = Object.entries(operation.responses ?? {})
    .filter(([status]) => status.startsWith("2") || status === "default")
    .flatMap(([, mediaTypes]) => mediaTypes);
  const wanted = options.accept ?? [...new Set(described)];
  const list = typeof wanted === "string" ? [wanted] : wanted;
  return list.length === 0 ? undefined : list.join(", ");
}
