import { writeProof } from "../auth/authorize.ts";
import type { CallState } from "../call-state.ts";
import { invalidRequest } from "../transport/failure.ts";
import type { PreparedRequest } from "../transport/transport.ts";
import type { Draft } from "./draft.ts";
import { setHeaders } from "./headers.ts";
import { InvalidInput } from "./invalid-input.ts";
import { type Parameter, readParameter } from "./parameter.ts";
import { writePlain } from "./plain.ts";

/** What the request of a call is made of. */
export type Asked = Pick<CallState, "state" | "operation" | "input" | "options" | "url" | "proof">;

/**
 * The request of a call, as data. Headers: the operation's own, over them the connection's, the
 * parameters, the credentials, the call's.
 *
 * @throws ClientError `invalid-request` when the input makes none
 */
export function prepareRequest(asked: Asked): PreparedRequest {
  try {
    return build(asked);
  } catch (error) {
    throw invalidRequest(asked.operation, error);
  }
}

function build(asked: Asked): PreparedRequest {
  const { operation, input, options, url, proof } = asked;
  const { method, path, parameters = [], body, accept } = operation;
  const written = body?.write(body, input);
  // Without a prototype: `__proto__` is a name like any other.
  const headers: Record<string, string> = Object.create(null);
  const draft: Draft = { path, query: [], headers };
  setHeaders(headers, { accept: options.accept ?? accept, "content-type": written?.contentType });
  setHeaders(headers, asked.state.headers());
  for (const parameter of parameters) {
    writeParameter(parameter, input, draft);
  }
  if (url !== undefined) {
    // It holds them already.
    draft.query.length = 0;
  }
  writeProof(draft, proof);
  setHeaders(headers, options.headers);
  const target = url ?? chooseBaseUrl(asked) + filled(draft);
  return Object.assign({ url: addQuery(target, draft), method, headers }, written);
}

function writeParameter(written: Parameter | string, input: Asked["input"], draft: Draft): void {
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

/** What is still a template; or what URL parsers resolve, even percent-encoded, so that another path is called. */
const unfit = /\{([^{}]+)\}|(?:^|[/\\])(?:\.|%2e){1,2}(?:$|[/\\])/i;

function filled({ path }: Draft): string {
  const [found, missing] = unfit.exec(path) ?? [];
  if (found !== undefined) {
    throw new InvalidInput(
      missing === undefined
        ? 'a path parameter is "." or ".."'
        : `the path parameter "${missing}" is missing or empty`,
    );
  }
  return path;
}

function addQuery(url: string, { query }: Draft): string {
  return query.reduce((all, pair) => `${all}${all.includes("?") ? "&" : "?"}${pair}`, url);
}

/** The base URL of a call: its own, else the caller's, else the operation's, else the description's; without a slash at its end. */
export function chooseBaseUrl({
  state: { isOwnBaseUrl, baseUrl },
  operation,
  options,
}: Pick<CallState, "state" | "operation" | "options">): string {
  let base = options.baseUrl ?? (isOwnBaseUrl ? undefined : operation.baseUrl) ?? baseUrl;
  while (base.endsWith("/")) {
    base = base.slice(0, -1);
  }
  return base;
}
