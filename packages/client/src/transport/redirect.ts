import { discard, initOf, type PreparedRequest, type Transport } from "./transport.ts";

/** Whether redirects are followed, or are results like every other answer. */
export type RedirectMode = "follow" | "manual";

/** What sends a request, and the signal that ends it. */
export interface Sender {
  readonly transport: Transport;
  readonly signal: AbortSignal;
}

/** As many as `fetch` follows. */
const mostRedirects = 20;

/** All that another origin is told: the rest may prove who calls. */
const publicHeaders = ["accept", "accept-language", "content-type", "range"];

/**
 * Sends a request and follows redirects as `fetch` does, except that no header with a key goes to
 * another origin (`fetch` takes only `Authorization` out). A redirect that cannot be followed, and the
 * one after 20 others, is the answer.
 *
 * Browsers hide redirects; there the platform follows them, with a second request from the start.
 */
export async function fetchFollowing(
  request: PreparedRequest,
  { transport, signal }: Sender,
): Promise<Response> {
  let current = request;
  for (let followed = 0; ; followed += 1) {
    const init = { ...initOf(current), signal };
    const response = await transport(current.url, { ...init, redirect: "manual" });
    if (response.type === "opaqueredirect") {
      return await transport(current.url, init);
    }
    const next = followed < mostRedirects ? findNext(current, response) : undefined;
    if (next === undefined) {
      return response;
    }
    await discard(response);
    current = next;
  }
}

/** The request that a response redirects to; undefined where it is no redirect, or leads nowhere. */
function findNext(request: PreparedRequest, response: Response): PreparedRequest | undefined {
  const location = response.headers.get("location");
  if (![301, 302, 303, 307, 308].includes(response.status) || location === null) {
    return undefined;
  }
  const to = URL.canParse(location, request.url) ? new URL(location, request.url) : undefined;
  const isGet = becomesGet(response.status, request.method);
  if (to === undefined || !isSafe(to) || (!isGet && request.body instanceof ReadableStream)) {
    return undefined;
  }
  const isSame = to.origin === new URL(request.url).origin;
  const headers = new Headers(
    [...request.headers].filter(([name]) => isSame || publicHeaders.includes(name)),
  );
  if (!isGet) {
    return { ...request, url: to.href, headers };
  }
  headers.delete("content-type");
  return { url: to.href, headers, method: "GET", body: undefined };
}

/** `fetch` refuses a URL with a password, and knows other schemes than HTTP's. */
function isSafe({ protocol, username, password }: URL): boolean {
  return /^https?:$/.test(protocol) && username === "" && password === "";
}

/** A redirected POST becomes a GET, as everywhere (Fetch standard, HTTP-redirect fetch). */
function becomesGet(status: number, method: string): boolean {
  return (
    (status === 303 && method !== "GET" && method !== "HEAD") ||
    ((status === 301 || status === 302) && method === "POST")
  );
}
