import { openSchemas } from "@truespec/json-schema";
import type { Description } from "@truespec/openapi";
import { DriftCheckError } from "../error.ts";
import { parseBody } from "../observe/parse-body.ts";
import { type Collected, problemItem } from "../read/collected.ts";
import type { Exchange } from "../read/exchange.ts";
import { messageOf } from "../read/json-exchange.ts";
import { redactUrl } from "../read/secrets.ts";
import { createAnswers, rememberAnswer } from "./answers.ts";
import { type Asking, ask } from "./ask.ts";
import { type Conceal, createConceal } from "./conceal.ts";
import { exchangeOf } from "./exchange-of.ts";
import { rememberLinks } from "./links.ts";
import { defaultLimits, type LiveOptions } from "./options.ts";
import { type PlannedRequest, type PlanSource, planRequest } from "./plan-request.ts";
import type { WireRequest } from "./send.ts";
import { listWanted, type Wanted } from "./wanted.ts";

/**
 * Asks a running API, one request after another, and yields what it answers: with probes these, else one request for
 * each `GET` and `HEAD` of the description. Nothing that changes anything is ever sent.
 *
 * Optional parameters are left out. Required ones take their value from an example, `default`, `const` or `enum`, path
 * parameters also from links and lists of other answers; an operation without one is yielded as `skipped`, behind the
 * others. A failure of the network is a `problem`, never an exception, and one that shows nobody is there ends the run.
 *
 * @throws DriftCheckError `base-url-invalid` when the base URL is none
 * @example
 * ```ts
 * import { collectLive, observe } from "@truespec/drift-check";
 * import type { Description } from "@truespec/openapi";
 *
 * declare const description: Description;
 * const answers = collectLive(description, {
 *   baseUrl: "https://api.example.com/v1",
 *   headers: new Map([["Authorization", `Bearer ${process.env["API_KEY"]}`]]),
 *   fetch,
 *   now: Date.now,
 *   sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
 *   userAgent: "example/1.0",
 * });
 * const profile = await observe(description, answers);
 * ```
 */
export async function* collectLive(
  description: Description,
  options: LiveOptions,
): AsyncGenerator<Collected> {
  const live = startLive(description, options);
  let wanted = listWanted(description, options);
  let before = Number.POSITIVE_INFINITY;
  // An answer may tell what an operation before it lacked.
  while (wanted.length < before) {
    before = wanted.length;
    wanted = yield* askAll(live, wanted);
  }
  for (const one of wanted) {
    const reason = live.ended ?? plan(live, one);
    if (typeof reason === "string") yield skip(one.label, reason);
  }
}

/** Asks for what can be planned; answers with the rest. */
async function* askAll(
  live: Live,
  wanted: readonly Wanted[],
): AsyncGenerator<Collected, readonly Wanted[]> {
  const left: Wanted[] = [];
  for (const one of wanted) {
    const planned = live.ended ?? plan(live, one);
    if (typeof planned === "string") left.push(one);
    else {
      const collected = await askFor(live, planned, one.id);
      if (collected.kind === "exchange") remember(live, planned, collected.exchange);
      yield collected;
    }
  }
  return left;
}

function skip(operation: string, reason: string): Collected {
  return { kind: "skipped", skipped: { operation, reason } };
}

/** What one run of {@link collectLive} works with. */
interface Live extends PlanSource {
  readonly asking: Asking;
  readonly base: string;
  readonly conceal: Conceal;
  readonly options: LiveOptions;
  readonly description: Description;
  /** Why no further request makes sense. */
  ended: string | undefined;
}

function startLive(description: Description, options: LiveOptions): Live {
  const { fetch, now, sleep } = options;
  const conceal = createConceal(options.headers.values());
  const tell = (message: string): void => options.tell?.(conceal(message));
  const limits = { ...defaultLimits, ...options.limits };
  return {
    asking: { fetch, now, sleep, limits, tell, spent: 0 },
    base: readBase(options.baseUrl),
    ...{ conceal, options, description, ended: undefined },
    schemas: openSchemas(description.document),
    answers: createAnswers(),
  };
}

function readBase(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const shown = redactUrl(baseUrl);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    const hint = "give one such as https://api.example.com/v1";
    throw new DriftCheckError("base-url-invalid", `not an http(s) URL: ${shown}; ${hint}`);
  }
  if (url.username !== "" || url.password !== "" || url.search !== "") {
    const hint = "credentials belong in headers, and queries in probes";
    throw new DriftCheckError("base-url-invalid", `${shown} is more than a base URL; ${hint}`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

function plan(live: Live, { operation, probe }: Wanted): PlannedRequest | string {
  if (operation === undefined) return "the description has no such operation";
  if (probe?.auth === true && live.options.headers.size === 0)
    return "it needs a credential, and none is given";
  return planRequest(operation, probe, live);
}

async function askFor(live: Live, planned: PlannedRequest, id: string): Promise<Collected> {
  const { operation } = planned;
  const { asking, conceal } = live;
  const request = wireRequestOf(live, planned);
  const shown = conceal(`${request.method} ${redactUrl(request.url.href)}`);
  asking.tell(shown);
  const statuses = new Set(operation.responses.map(({ status }) => status.toUpperCase()));
  const answer = await ask(
    asking,
    request,
    (status) => statuses.has(String(status)) || statuses.has("3XX"),
  );
  if (answer.kind === "budget") {
    const reason = `the budget of ${asking.limits.requests} requests is spent`;
    live.ended = reason;
    return skip(operation.label, reason);
  }
  if (answer.kind === "failure") {
    if (answer.isUnreachable) live.ended = "the API cannot be reached";
    const message = conceal(`${shown}: ${answer.message}`);
    return problemItem(id, answer.problem, message);
  }
  const time = asking.now();
  try {
    const heard = { id, time, operation: operation.label, request, answer };
    return { kind: "exchange", exchange: exchangeOf(heard, conceal) };
  } catch (error) {
    const message = conceal(`${shown}: the body cannot be unpacked: ${messageOf(error)}`);
    return problemItem(id, "unreadable", message);
  }
}

function wireRequestOf({ base, options }: Live, planned: PlannedRequest): WireRequest {
  return {
    method: planned.operation.method.toUpperCase(),
    url: new URL(`${base}${planned.path}${planned.query}`),
    headers: [["user-agent", options.userAgent], ...planned.headers],
    secrets: options.headers,
  };
}

function remember(live: Live, { operation, path }: PlannedRequest, exchange: Exchange): void {
  rememberLinks(live.answers.linked, live.description, operation, exchange);
  const { status } = exchange.response;
  if (status < 200 || status > 299) return;
  const parsed = parseBody(exchange.response);
  if (parsed.kind === "json") rememberAnswer(live.answers, path, parsed.value);
}
