import type { LiveLimits, LiveOptions } from "./options.ts";
import { sendOnce, type WireAnswer, type WireRequest } from "./send.ts";
import type { WireFailure } from "./wire-failure.ts";

/** How one check asks: its options with all limits, and what is left of the budget. */
export interface Asking extends Pick<LiveOptions, "fetch" | "now" | "sleep"> {
  readonly limits: LiveLimits;
  readonly tell: (message: string) => void;
  /** Requests made so far. */
  spent: number;
}

/** What one request leads to: also when the budget ends on the way. */
export type Asked = WireAnswer | WireFailure | { readonly kind: "budget" };

/** Whether a status of this operation is described as a redirect, so that it is the answer and not the way to it. */
export type IsDescribed = (status: number) => boolean;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Asks until there is an answer: follows redirects, and comes back when the API says when. */
export async function ask(
  asking: Asking,
  first: WireRequest,
  isDescribed: IsDescribed,
): Promise<Asked> {
  let request = first;
  for (let hops = 0; hops <= asking.limits.redirects; hops += 1) {
    const asked = await askPatiently(asking, request);
    if (asked.kind !== "answer" || !redirects.has(asked.status) || isDescribed(asked.status)) {
      return asked;
    }
    const location = asked.headers.get("location");
    if (location === null) return asked;
    const next = followTo(request, location);
    if (typeof next === "string") return refuse(next);
    if (next.url.origin !== request.url.origin) {
      asking.tell(`redirected to ${next.url.origin}: credentials stay behind`);
    }
    request = next;
  }
  return refuse(`more than ${asking.limits.redirects} redirects`);
}

/** A redirect to another origin leaves the credentials behind, and they do not come back. */
function followTo(request: WireRequest, location: string): WireRequest | string {
  if (!URL.canParse(location, request.url.href)) return "it redirects to something that is no URL";
  const url = new URL(location, request.url);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return `it redirects to ${url.protocol}, which is not HTTP`;
  }
  url.username = "";
  url.password = "";
  const isSame = url.origin === request.url.origin;
  return { ...request, url, secrets: isSame ? request.secrets : new Map() };
}

async function askPatiently(asking: Asking, request: WireRequest): Promise<Asked> {
  for (let attempt = 0; ; attempt += 1) {
    if (asking.spent >= asking.limits.requests) return { kind: "budget" };
    asking.spent += 1;
    const asked = await sendOnce(request, asking);
    if (asked.kind !== "answer" || attempt >= asking.limits.retries) return asked;
    const wait = waitOf(asked, asking);
    if (wait === undefined || wait > asking.limits.wait) return asked;
    asking.tell(`status ${asked.status}: the API asks to wait ${Math.ceil(wait / 1_000)} s`);
    await asking.sleep(wait);
  }
}

/** Milliseconds that a 429 or 503 asks to wait, from seconds or a date (RFC 9110, section 10.2.3). */
function waitOf({ status, headers }: WireAnswer, { now }: Asking): number | undefined {
  const after = headers.get("retry-after")?.trim();
  if ((status !== 429 && status !== 503) || after === undefined) return undefined;
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1_000;
  const date = Date.parse(after);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now());
}

function refuse(message: string): WireFailure {
  return { kind: "failure", problem: "unreadable", message, isUnreachable: false };
}
