import { discard, type Fetch, type PreparedRequest } from "./transport.ts";

/** Whether redirects are followed, or are results like every other answer. */
export type RedirectMode = "follow" | "manual";

/** As many as `fetch` follows. */
const mostRedirects = 20;

/** All that another origin is told: the rest may prove who calls. */
const publicHeaders = ["accept", "accept-language", "content-type", "range"];

/** What a request came to, and what would end it. */
export interface Redirected {
  readonly request: PreparedRequest;
  readonly response: Response;
  readonly signal: AbortSignal | undefined;
}

/**
 * Follows redirects as `fetch` does, except that no header with a key goes to another origin (`fetch`
 * takes only `Authorization` out). A redirect that cannot be followed, and the one after 20 others, is the
 * answer; so is what is no redirect.
 *
 * Browsers hide redirects; there the platform follows them, with a second request from the start.
 */
export async function followRedirects(
  fetch: Fetch,
  { request, response, signal }: Redirected,
): Promise<Response> {
  if (response.type === "opaqueredirect") {
    return await fetch(request.url, { ...initOf(request, signal), redirect: "follow" });
  }
  let [current, last] = [request, response];
  for (let left = mostRedirects; left > 0 && isRedirect(last); left -= 1) {
    const next = findNext(current, last);
    if (next === undefined) {
      break;
    }
    await discard(last);
    current = next;
    last = await fetch(next.url, initOf(next, signal));
  }
  return last;
}

/** Whether an answer leads elsewhere. */
export function isRedirect({ status, type }: Response): boolean {
  return [301, 302, 303, 307, 308].includes(status) || type === "opaqueredirect";
}

/** What `fetch` takes beside the URL. */
export function initOf(request: PreparedRequest, signal: AbortSignal | undefined): RequestInit {
  const init: RequestInit = { redirect: "manual", signal: signal ?? null };
  // Not a spread of several, which takes longer than all the rest.
  return Object.assign(init, request);
}

/** The request that a response redirects to; undefined where it is no redirect, or leads nowhere. */
function findNext(
  request: PreparedRequest,
  { status, headers }: Response,
): PreparedRequest | undefined {
  const { url, method, duplex } = request;
  // Two slashes lead nowhere.
  const location = headers.get("location") ?? "//";
  if (!URL.canParse(location, url)) {
    return undefined;
  }
  const { origin, href } = new URL(location, url);
  // A redirected POST becomes a GET, as everywhere (Fetch standard, HTTP-redirect fetch).
  const isGet = status === 303 ? method !== "HEAD" : status < 303 && method === "POST";
  // `fetch` refuses a URL with a password, and knows other schemes than HTTP's.
  if (!/^https?:\/\/[^/?#@]*([/?#]|$)/.test(href) || (!isGet && duplex)) {
    return undefined;
  }
  const isSame = origin === new URL(url).origin;
  const kept = Object.entries(request.headers).filter(
    ([name]) => (isSame || publicHeaders.includes(name)) && !(isGet && name === "content-type"),
  );
  const next = { url: href, headers: Object.fromEntries(kept) };
  return isGet ? { ...next, method: "GET" } : { ...request, ...next };
}
