import { authorize, type Proof, secretsOf } from "./auth/authorize.ts";
import type { CallOptions } from "./call-options.ts";
import type { Connection, ConnectionState } from "./connection.ts";
import { ClientError } from "./error.ts";
import { applyLayers, type Ground } from "./layers.ts";
import { labelOf, type Operation } from "./operation.ts";
import { createRedact, secretsIn } from "./redaction.ts";
import { type Given, prepareRequest } from "./request/prepare.ts";
import { readResult } from "./response/read.ts";
import type { Result } from "./result.ts";
import { defaultTimeouts, noTimeouts, startDeadline } from "./transport/deadline.ts";
import { failureOf } from "./transport/failure.ts";
import type { CallBasis, CallPlan } from "./transport/plan.ts";
import { defaultRetry, noRetry } from "./transport/retry-policy.ts";
import { send } from "./transport/send.ts";
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
export async function call<Outcome>(
  connection: Connection,
  operation: Operation,
  input: object = {},
  options: CallOptions = {},
): Promise<Outcome> {
  // The description says so.
  return (await callAt(connection, operation, { input, options })) as Outcome;
}

/** As `call`, for this package: at a URL that a response named, where one is given. */
export async function callAt(
  connection: Connection,
  operation: Operation,
  given: Given,
): Promise<Result> {
  const state = connection["~connection"];
  try {
    const plan = await planCall(state, operation, given);
    const received = await send(plan);
    const result = readResult(plan, received);
    const { mode = "warn", schemas } = applyLayers(
      checking,
      state.validation,
      given.options.validation,
    );
    if (mode !== "off") {
      await schemas?.(plan, { result, attempts: received.attempts, mode });
    }
    return result;
  } catch (error) {
    if (error instanceof ClientError) {
      const { code, message } = error;
      state.logger?.({ kind: "failure", operation: labelOf(operation), code, message });
    }
    throw error;
  }
}

const timing = { on: defaultTimeouts, off: noTimeouts };
const retrying = { on: defaultRetry, off: noRetry };
const checking: Ground<ValidationOptions> = { on: {}, off: { mode: "off" } };

async function planCall(
  state: ConnectionState,
  operation: Operation,
  given: Given,
): Promise<CallPlan> {
  const { signal, redirect = state.redirect, ...options } = given.options;
  const timeout = applyLayers(timing, state.timeout, options.timeout);
  let findSecrets: () => readonly string[] = () => [];
  const basis: CallBasis = {
    state,
    operation,
    label: labelOf(operation),
    signal,
    redirect,
    timeout,
    retry: applyLayers(retrying, state.retry, options.retry),
    redact: createRedact(() => findSecrets()),
    endsAt: state.clock.now() + timeout.total,
  };
  const proof = await authorizeInTime(basis);
  const request = prepareRequest(basis, given, proof);
  findSecrets = () => [...secretsOf(proof), ...secretsIn(request.headers, state.securitySchemes)];
  // Not a copy, which would take longer than all the rest.
  return Object.assign(basis, { request });
}

/** The caller's function for a credential may take its time, and not listen. */
async function authorizeInTime(basis: CallBasis): Promise<Proof> {
  const proof = authorize(basis.operation, basis.state);
  if (!(proof instanceof Promise || basis.signal?.aborted)) {
    return proof;
  }
  const deadline = startDeadline(basis.timeout.total, basis.signal);
  try {
    return await deadline.bound(Promise.resolve(proof));
  } catch (cause) {
    throw deadline.isOver() ? failureOf(basis, { cause, number: 0 }) : cause;
  } finally {
    deadline.release();
  }
}
