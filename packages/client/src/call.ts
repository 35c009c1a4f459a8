import { authorize, type Proof } from "./auth/authorize.ts";
import type { CallOptions } from "./call-options.ts";
import type { CallState, Given } from "./call-state.ts";
import type { Connection, ConnectionState } from "./connection.ts";
import { ClientError } from "./error.ts";
import { applyLayers, type Ground } from "./layers.ts";
import { labelOf, type Operation } from "./operation.ts";
import { redactSecrets, secretsOf } from "./redaction.ts";
import { prepareRequest } from "./request/prepare.ts";
import type { Result } from "./result.ts";
import { doInTime, timing } from "./transport/deadline.ts";
import { failureOf } from "./transport/failure.ts";
import { attempt, waitAfter } from "./transport/send.ts";
import type { ValidationOptions } from "./validation/options.ts";

/**
 * Calls an operation: builds the request, sends it as often as its retries allow, reads the response.
 * Every answer of the server is a result, whatever its status.
 *
 * `Outcome` is what generated code knows of the results; it is trusted, and checked only where the
 * connection or the call names schemas.
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
export function call<Outcome>(
  connection: Connection,
  operation: Operation,
  input: object = {},
  options: CallOptions = {},
): Promise<Outcome> {
  // An object like any other; and of the outcome the description says so.
  const given = { input: input as Readonly<Record<string, unknown>>, options };
  return callAt(connection, operation, given) as Promise<Outcome>;
}

const checking: Ground<ValidationOptions> = { on: {}, off: { mode: "off" } };

/** As `call`, for this package: at a URL that a response named, where one is given. */
export async function callAt(
  connection: Connection,
  operation: Operation,
  given: Given,
): Promise<Result> {
  const call = start(connection["~connection"], operation, given);
  const { state, options } = call;
  try {
    if (options.signal?.aborted) {
      throw failureOf(call, { cause: options.signal.reason });
    }
    const found = authorize(operation, state);
    call.proof = found instanceof Promise ? await inTime(call, found) : found;
    const request = prepareRequest(call);
    call.request = request;
    let result = await attempt(call, request);
    while (typeof result === "number" || result instanceof ClientError) {
      await waitAfter(result, call, request);
      result = await attempt(call, request);
    }
    const { mode = "warn", schemas } = applyLayers(checking, state.validation, options.validation);
    if (schemas !== undefined && mode !== "off") {
      await schemas(call, result, mode);
    }
    // Schemas look at what JSON carries.
    operation.dates?.read(operation.dates, result);
    return result;
  } catch (error) {
    call.request?.abandon?.();
    if (error instanceof ClientError) {
      const { code, message } = error;
      state.logger?.({ kind: "failure", operation: labelOf(operation), code, message });
    }
    throw error;
  }
}

function start(state: ConnectionState, operation: Operation, given: Given): CallState {
  const { input, options, url } = given;
  const timeout = applyLayers(timing, state.timeout, options.timeout);
  const call: CallState = {
    state,
    operation,
    input,
    options,
    url,
    timeout,
    endsAt: state.clock.now() + timeout.total,
    redact: (text) => redactSecrets(text, secretsOf(call)),
    proof: [],
    request: undefined,
    attempts: 0,
    response: undefined,
  };
  return call;
}

/** The caller's function for a credential may take its time, and not listen. */
function inTime(call: CallState, proof: Promise<Proof>): Promise<Proof> {
  return doInTime(
    { milliseconds: call.timeout.total, signal: call.options.signal },
    () => proof,
    (ended) => Promise.reject<Proof>(failureOf(call, ended)),
  );
}
