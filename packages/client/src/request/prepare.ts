import { type Proof, writeProof } from "../auth/authorize.ts";
import type { CallOptions } from "../call-options.ts";
import type { Operation } from "../operation.ts";
import { findOwn } from "../own.ts";
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
  if (url !== undefined) {
    // It holds them already.
    draft.query.length = 0;
  }
  writeProof(draft, proof);
  setHeaders(headers, options.headers ?? {});
  return {
    url: addQuery(url ?? chooseBaseUrl(basis, options).replace(/\/+$/, "") + filled(draft), draft),
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
    const value = findOwn(input, key);
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
