import { type Proof, writeProof } from "../auth/authorize.ts";
import type { CallOptions } from "../call-options.ts";
import type { Operation } from "../operation.ts";
import type { CallBasis } from "../transport/plan.ts";
import type { PreparedRequest } from "../transport/transport.ts";
import type { Draft } from "./draft.ts";
import { setHeaders } from "./headers.ts";
import { InvalidInput, invalidRequest } from "./invalid-input.ts";
import { writePlain } from "./plain.ts";

/** What a caller gives for one call. */
export interface Given {
  /** Parameters by key, and `body`. */
  readonly input: object;
  readonly options: CallOptions;
  /** In place of the one that the operation and the input make, such as that of a list's next page. */
  readonly url?: string | undefined;
}

/** What is called. */
export type Called = Pick<CallBasis, "state" | "operation" | "label">;

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
  basis: Called,
  { input: { ...input }, options, url }: Given,
  proof: Proof,
): PreparedRequest {
  const { operation } = basis;
  const { method, path, body } = operation;
  const { contentType, ...sent } = body?.write(body, input) ?? {};
  // Without a prototype: `__proto__` is a name like any other.
  const headers: Record<string, string> = Object.create(null);
  const draft: Draft = { path, query: [], headers };
  const { accept = operation.accept } = options;
  setHeaders(headers, { accept, "content-type": contentType });
  setHeaders(headers, basis.state.headers());
  writeParameters(operation, input, draft);
  writeProof(draft, proof);
  setHeaders(headers, options.headers ?? {});
  return {
    url: url ?? buildUrl(chooseBaseUrl(basis, options), draft),
    method,
    headers,
    ...sent,
  };
}

function writeParameters(
  { parameters = [] }: Operation,
  input: Readonly<Record<string, unknown>>,
  draft: Draft,
): void {
  for (const parameter of parameters) {
    const { key = parameter.name } = parameter;
    const value = Object.hasOwn(input, key) ? input[key] : undefined;
    if (value === undefined || value === null) {
      continue;
    }
    if ("write" in parameter) {
      parameter.write(parameter, value, draft);
    } else {
      writePlain(parameter, value, draft);
    }
  }
}

function buildUrl(baseUrl: string, { path, query }: Draft): string {
  const [, missing] = /\{([^{}]+)\}/.exec(path) ?? [];
  if (missing !== undefined) {
    throw new InvalidInput(`the path parameter "${missing}" is missing or empty`);
  }
  // URL parsers resolve them, even percent-encoded: such a value would call another path.
  if (/(^|[/\\])(\.|%2e){1,2}($|[/\\])/i.test(path)) {
    throw new InvalidInput('a path parameter is "." or ".."');
  }
  const url = baseUrl.replace(/\/+$/, "") + path;
  const separator = url.includes("?") ? "&" : "?";
  return url + (query.length > 0 ? separator + query.join("&") : "");
}

function chooseBaseUrl(
  { state: { isOwnBaseUrl, baseUrl }, operation }: Called,
  options: CallOptions,
): string {
  return options.baseUrl ?? (isOwnBaseUrl ? undefined : operation.baseUrl) ?? baseUrl;
}
