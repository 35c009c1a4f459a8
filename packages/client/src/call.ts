import { authorize } from "./auth/authorize.ts";
import type { Connection, ConnectionState } from "./connection.ts";
import { ClientError } from "./error.ts";
import { labelOf, type Operation } from "./operation.ts";
import { buildBody } from "./request/body.ts";
import {
  buildHeaders,
  cookieParameters,
  type HeadersInput,
  headerParameters,
} from "./request/headers.ts";
import { InvalidInput } from "./request/invalid-input.ts";
import { buildUrl, type Input } from "./request/url.ts";
import { readResult } from "./response/read.ts";
import { failedTransport } from "./transport/failure.ts";
import { buildRequest, type PreparedRequest } from "./transport/transport.ts";

/** What one call may say for itself. `MediaType` are those that the operation answers with. */
export interface CallOptions<MediaType extends string = string> {
  /** Ends the call; `AbortSignal.timeout(5000)` is a timeout. */
  readonly signal?: AbortSignal | undefined;
  /** Over all others; null takes one away. */
  readonly headers?: HeadersInput | undefined;
  /** The `Accept` header. Default: every media type of the operation's successes. */
  readonly accept?: MediaType | readonly MediaType[] | undefined;
  /** For this call only. */
  readonly baseUrl?: string | undefined;
}

/**
 * Calls an operation: builds the request, sends it, reads the response. Every answer of the server is a
 * result, whatever its status.
 *
 * `Outcome` is what generated code knows of the results; it is trusted, not checked.
 *
 * @throws ClientError when there is no response, or none that can be read
 * @example
 * ```ts
 * import { call, createConnection, type Result } from "@truespec/client";
 *
 * const defaults = { baseUrl: "https://api.example.com", securitySchemes: {} };
 * const connection = createConnection({}, defaults);
 * const q = { name: "q", in: "query" } as const;
 * const operation = { method: "GET", path: "/models", parameters: [q] };
 * const result = await call<Result>(connection, operation, { q: "small" });
 * console.log(result.ok ? result.data : result.status);
 * ```
 */
export async function call<Outcome>(
  connection: Connection,
  operation: Operation,
  input: object = {},
  options: CallOptions = {},
): Promise<Outcome> {
  const state = connection["~connection"];
  const prepared = await prepare(state, operation, { input: { ...input }, options });
  const response = await send(state, operation, prepared);
  // The description says so.
  return (await readResult(operation, response)) as Outcome;
}

interface Given {
  readonly input: Input;
  readonly options: CallOptions;
}

async function prepare(
  state: ConnectionState,
  operation: Operation,
  { input, options }: Given,
): Promise<PreparedRequest> {
  const authorization = await authorize(operation, {
    schemes: state.securitySchemes,
    credentials: state.credentials,
  });
  try {
    const { body, contentType } = buildBody(operation, input);
    rejectUnsendable(operation, body);
    const prepared = {
      url: buildUrl(operation, input, {
        baseUrl: chooseBaseUrl(state, operation, options),
        query: authorization.query,
      }),
      method: operation.method,
      headers: buildHeaders({
        defaults: { accept: acceptOf(operation, options), "content-type": contentType },
        client: state.headers,
        parameters: headerParameters(operation, input),
        authorization: authorization.headers,
        call: options.headers ?? {},
        cookies: [...cookieParameters(operation, input), ...authorization.cookies],
      }),
      body,
      signal: options.signal,
    };
    buildRequest({ ...prepared, body: undefined, signal: undefined });
    return prepared;
  } catch (error) {
    throw invalidRequest(operation, error);
  }
}

/** `fetch` sends no body with these methods, whatever the description says. */
function rejectUnsendable({ method }: Operation, body: unknown): void {
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

async function send(
  state: ConnectionState,
  operation: Operation,
  prepared: PreparedRequest,
): Promise<Response> {
  try {
    return await state.transport(prepared);
  } catch (cause) {
    throw failedTransport(operation, cause);
  }
}

/** Only our own message goes on: the platform's quotes the URL or the header, which may hold secrets. */
function invalidRequest(operation: Operation, error: unknown): ClientError {
  const reason =
    error instanceof InvalidInput
      ? error.message
      : "the base URL, a parameter or a header is not valid (the base URL must be absolute)";
  return new ClientError("invalid-request", `${labelOf(operation)}: ${reason}`);
}
