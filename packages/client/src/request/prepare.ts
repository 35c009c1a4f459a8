import { type Proof, writeProof } from "../auth/authorize.ts";
import type { CallOptions } from "../call-options.ts";
import type { CallPlan } from "../transport/plan.ts";
import type { PreparedRequest } from "../transport/transport.ts";
import type { Draft } from "./draft.ts";
import { setHeaders } from "./headers.ts";
import { InvalidInput, invalidRequest } from "./invalid-input.ts";
import { type Parameter, readParameter } from "./parameter.ts";
import { writePlain } from "./plain.ts";

/** What a caller gives for one call. */
export interface Given {
  /** Parameters by key, and `body`. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: CallOptions;
  /** In place of the one that the operation and the input make, such as that of a list's next page. */
  readonly url?: string | undefined;
}

/** What is called. */
export type Called = Pick<CallPlan, "state" | "operation" | "label">;

/**
 * The request of a call, as data. Headers: the operation's own, over them the connection's, the
 * parameters, the credentials, the call's.
 *
 * @throws ClientError `invalid-request` when the input makes none
 */
export function prepareRequest(basis: Called, given: Given, proof: Proof): PreparedRequest {
  try {
    return build(basis, given, proof);
  } catch (error) {
    throw invalidRequest(basis, error);
  }
}

function build(
  { state, operation }: Called,
  { input, options, url }: Given,
  proof: Proof,
): PreparedRequest {
  const { method, path, parameters = [], body } = operation;
  const { contentType, ...sent } = body?.write(body, input) ?? {};
  // Without a prototype: `__proto__` is a name like any other.
  const headers: Record<string, string> = Object.create(null);
  const draft: Draft = { path, query: [], headers };
  setHeaders(headers, { accept: options.accept ?? operation.accept, "content-type": contentType });
  setHeaders(headers, state.headers());
  for (const parameter of parameters) {
    writeParameter(parameter, input, draft);
  }
  if (url !== undefined) {
    // It holds them already.
    draft.query.length = 0;
  }
  writeProof(draft, proof);
  setHeaders(headers, options.headers);
  const base = chooseBaseUrl({ state, operation }, options).replace(/\/+$/, "");
  return { url: addQuery(url ?? base + filled(draft), draft), method, headers, ...sent };
}

function writeParameter(written: Parameter | string, input: Given["input"], draft: Draft): void {
  const key = typeof written === "string" ? written : (written.key ?? written.name);
  const value = input[key];
  // Asked in this order, since most parameters are not given.
  if (value === undefined || value === null || !Object.hasOwn(input, key)) {
    return;
  }
  const parameter = readParameter(written, draft.path);
  if ("write" in parameter) {
    parameter.write(parameter, value, draft);
  } else {
    writePlain(parameter, value, draft);
  }
}

function filled({ path }: Draft): string {
  const [, missing] = /\{([^{}]+)\}/.exec(path) ?? [];
  if (missing !== undefined) {
    throw new InvalidInput(`the path parameter "${missing}" is missing or empty`);
  }
  // URL parsers resolve them, even percent-encoded: such a value would call another path.
  if (/(^|[/\\])(\.|%2e){1,2}($|[/\\])/i.test(path)) {
    throw new InvalidInput('a path parameter is "." or ".."');
  }
  return path;
}

function addQuery(url: string, { query }: Draft): string {
  return query.length > 0 ? `${url}${url.includes("?") ? "&" : "?"}${query.join("&")}` : url;
}

/** The base URL of a call: its own, else the caller's, else the operation's, else the description's. */
export function chooseBaseUrl(
  { state: { isOwnBaseUrl, baseUrl }, operation }: Pick<Called, "state" | "operation">,
  options: CallOptions,
): string {
  return options.baseUrl ?? (isOwnBaseUrl ? undefined : operation.baseUrl) ?? baseUrl;
}
