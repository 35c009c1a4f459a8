import { authorize, type Proof, secretsOf } from "./auth/authorize.ts";
import type { CallOptions } from "./call-options.ts";
import type { Connection } from "./connection.ts";
import { ClientError } from "./error.ts";
import { applyLayers, type Ground } from "./layers.ts";
import { labelOf, type Operation } from "./operation.ts";
import { createRedact, secretsIn } from "./redaction.ts";
import { type Given, prepareRequest } from "./request/prepare.ts";
import type { Result } from "./result.ts";
import { defaultTimeouts, doInTime, noTimeouts } from "./transport/deadline.ts";
import { failureOf } from "./transport/failure.ts";
import type { CallPlan } from "./transport/plan.ts";
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

const timing = { on: defaultTimeouts, off: noTimeouts };
const retrying = { on: defaultRetry, off: noRetry };
const checking: Ground<ValidationOptions> = { on: {}, off: { mode: "off" } };

/** As `call`, for this package: at a URL that a response named, where one is given. */
export async function callAt(
  connection: Connection,
  operation: Operation,
  given: Given,
): Promise<Result> {
  const state = connection["~connection"];
  const { options } = given;
  const label = labelOf(operation);
  const timeout = applyLayers(timing, state.timeout, options.timeout);
  let findSecrets: () => readonly string[] = () => [];
  const plan: CallPlan = {
    state,
    operation,
    label,
    signal: options.signal,
    redirect: options.redirect ?? state.redirect,
    timeout,
    retry: applyLayers(retrying, state.retry, options.retry),
    redact: createRedact(() => findSecrets()),
    endsAt: state.clock.now() + timeout.total,
  };
  try {
    if (plan.signal?.aborted) {
      throw failureOf(plan, { cause: plan.signal.reason, number: 0 });
    }
    const found = authorize(operation, state);
    const proof = found instanceof Promise ? await inTime(plan, found) : found;
    const request = prepareRequest(plan, given, proof);
    findSecrets = () => [...secretsOf(proof), ...secretsIn(request.headers, state.securitySchemes)];
    const { result, attempts } = await send(plan, request);
    const { mode = "warn", schemas } = applyLayers(checking, state.validation, options.validation);
    if (schemas !== undefined && mode !== "off") {
      await schemas(plan, { result, attempts, mode });
    }
    // Schemas look at what JSON carries.
    operation.dates?.read(operation.dates, result);
    return result;
  } catch (error) {
    if (error instanceof ClientError) {
      const { code, message } = error;
      state.logger?.({ kind: "failure", operation: label, code, message });
    }
    throw error;
  }
}

/** The caller's function for a credential may take its time, and not listen. */
function inTime(plan: CallPlan, proof: Promise<Proof>): Promise<Proof> {
  return doInTime(
    { milliseconds: plan.timeout.total, signal: plan.signal },
    () => proof,
    (ended) => Promise.reject<Proof>(failureOf(plan, { ...ended, number: 0 })),
  );
}
