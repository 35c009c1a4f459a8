import { discard, type Fetch, type PreparedRequest } from "./transport.ts";

/** Whether redirects are followed, or are results like every other answer. */
export type RedirectMode = "follow" | "manual";

/** What sends requests, and how far. */
export interface Sender {
  readonly state: { readonly fetch: Fetch };
  readonly redirect: RedirectMode | undefined;
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
  { state, redirect }: Sender,
  request: PreparedRequest,
  signal: AbortSignal | undefined,
): Promise<Response> {
  let current = request;
  for (let left = redirect === "manual" ? 0 : mostRedirects; ; left -= 1) {
    const init: RequestInit = { redirect: "manual", signal: signal ?? null };
    // Not a spread of several, which takes longer than all the rest.
    Object.assign(init, current);
    const response = await state.fetch(current.url, init);
    if (left > 0 && response.type === "opaqueredirect") {
      return await state.fetch(current.url, { ...init, redirect: "follow" });
    }
    const next = left > 0 ? findNext(current, response) : undefined;
    if (next === undefined) {
      return response;
    }
    await discard(response);
    current = next;
  }
}

/** The request that a response redirects to; undefined where it is no redirect, or leads nowhere. */
function findNext(
  request: PreparedRequest,
  { status, headers }: Response,
): PreparedRequest | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) {
    return undefined;
  }
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
