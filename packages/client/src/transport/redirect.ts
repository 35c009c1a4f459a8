import { discard, type Fetch, type PreparedRequest, sendOnce } from "./transport.ts";

/** Whether redirects are followed, or are results like every other answer. */
export type RedirectMode = "follow" | "manual";

/** As many as `fetch` follows. */
const mostRedirects = 20;

/** All that another origin is told: the rest may prove who calls. */
const publicHeaders = ["accept", "accept-language", "content-type", "range"];

/**
 * The answer that redirects lead to, as `fetch` gives it; except that no header with a key goes to another
 * origin (`fetch` takes only `Authorization` out). A redirect that cannot be followed, and the one after
 * 20 others, is the answer; so is what is no redirect.
 */
export async function followRedirects(
  fetch: Fetch,
  request: PreparedRequest,
  response: Response,
  signal: AbortSignal | undefined,
): Promise<Response> {
  let last = response;
  let next = findNext(request, last);
  for (let left = mostRedirects; left > 0 && next !== undefined; left -= 1) {
    await discard(last);
    last = await sendOnce(fetch, next, signal);
    next = findNext(next, last);
  }
  return last;
}

/** The request that a response redirects to; undefined where it is no redirect, or leads nowhere. */
function findNext(
  request: PreparedRequest,
  { status, headers, type }: Response,
): PreparedRequest | undefined {
  if (type === "opaqueredirect") {
    // Browsers hide redirects; there the platform follows them, with a second request from the start.
    return { ...request, redirect: "follow" };
  }
  const { url, method, duplex } = request;
  const isRedirect = [301, 302, 303, 307, 308].includes(status);
  const location = isRedirect ? headers.get("location") : null;
  if (location === null || !URL.canParse(location, url)) {
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
