import { type Authorization, authorize } from "./auth/authorize.ts";
import type { SecurityScheme } from "./auth/credential.ts";
import type { CallOptions } from "./call-options.ts";
import type { Connection, ConnectionState } from "./connection.ts";
import { ClientError } from "./error.ts";
import { applyLayers, type Ground } from "./layers.ts";
import { labelOf, type Operation } from "./operation.ts";
import { createRedact, secretsIn } from "./redaction.ts";
import { prepareRequest } from "./request/prepare.ts";
import { readResult } from "./response/read.ts";
import type { Result } from "./result.ts";
import {
  type Deadline,
  defaultTimeouts,
  noTimeouts,
  startDeadline,
  type TimeoutPolicy,
} from "./transport/deadline.ts";
import { describeResponse, interruption } from "./transport/failure.ts";
import type { CallPlan } from "./transport/plan.ts";
import { defaultRetry, noRetry } from "./transport/retry-policy.ts";
import { type Received, send } from "./transport/send.ts";
import { checkResult, type ValidationPolicy } from "./validation/check.ts";

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
  const state = connection["~connection"];
  const { timeout } = state.sending;
  const timeouts = applyLayers(timeoutGround, timeout, options.timeout);
  try {
    // The description says so.
    return (await run(state, operation, { input, options, timeouts })) as Outcome;
  } catch (error) {
    if (error instanceof ClientError) {
      const { code, message } = error;
      state.logger?.({ kind: "failure", operation: labelOf(operation), code, message });
    }
    throw error;
  }
}

const timeoutGround = { on: defaultTimeouts, off: noTimeouts };
const retryGround = { on: defaultRetry, off: noRetry };
const validationGround: Ground<ValidationPolicy> = {
  on: { mode: "warn", schemas: undefined },
  off: { mode: "off", schemas: undefined },
};

interface Given {
  readonly input: object;
  readonly options: CallOptions;
  readonly timeouts: TimeoutPolicy;
}

async function run(state: ConnectionState, operation: Operation, given: Given): Promise<Result> {
  const plan = await planCall(state, operation, given);
  const received = await send(plan);
  const result = read(plan, received);
  const { validation } = state.sending;
  const policy = applyLayers(validationGround, validation, given.options.validation);
  await checkResult(plan, policy, { result, attempts: received.attempts });
  return result;
}

async function planCall(
  state: ConnectionState,
  operation: Operation,
  { input, options, timeouts }: Given,
): Promise<CallPlan> {
  const { sending, clock, transport, hooks, logger } = state;
  const { signal } = options;
  const endsAt = clock.now() + timeouts.total;
  const deadline = startDeadline(timeouts.total, signal);
  const authorization = await authorizeInTime(state, operation, deadline);
  const prepared = { input: { ...input }, options, authorization };
  const request = prepareRequest(state, operation, prepared);
  return {
    operation,
    request,
    redirect: options.redirect ?? sending.redirect ?? "follow",
    retry: applyLayers(retryGround, sending.retry, options.retry),
    redact: createRedact(() => [
      ...authorization.secrets,
      ...secretsIn(request.headers, Object.values(state.securitySchemes).flatMap(headerOf)),
    ]),
    ...{ transport, timeouts, clock, hooks, logger, signal, endsAt },
  };
}

/** The caller's function for a credential may take its time, and not listen. */
async function authorizeInTime(
  { securitySchemes: schemes, credentials }: ConnectionState,
  operation: Operation,
  deadline: Deadline,
): Promise<Authorization> {
  const authorization = authorize(operation, { schemes, credentials: credentials() });
  try {
    return await deadline.bound(authorization);
  } catch (error) {
    const { signal } = deadline;
    if (!signal.aborted) {
      throw error;
    }
    const { code, text } = interruption(signal.reason);
    throw new ClientError(code, `${labelOf(operation)}: ${text}`);
  } finally {
    deadline.release();
  }
}

function headerOf(scheme: SecurityScheme): readonly string[] {
  return scheme.kind === "apiKey" && scheme.in === "header" ? [scheme.name] : [];
}

/** The parser's own message quotes the body, which may hold secrets: it is left out. */
function read(plan: CallPlan, { response, body, attempts }: Received): Result {
  const { operation } = plan;
  try {
    return readResult(operation, response, body);
  } catch {
    const what = `the body of the ${response.status} response is not JSON, though it says so`;
    const about = describeResponse(plan, response);
    throw new ClientError("unreadable-body", `${labelOf(operation)}: ${what}`, {
      attempts,
      ...about,
    });
  }
}
