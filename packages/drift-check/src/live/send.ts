import { joinBytes } from "../read/file-access.ts";
import type { LiveLimits, LiveOptions } from "./options.ts";
import { failureOf, type WireFailure } from "./wire-failure.ts";

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Only for the origin that the user named. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** What came back. */
export interface WireAnswer {
  readonly kind: "answer";
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** Sends one request, once, and reads the whole answer; redirects are answers. */
export async function sendOnce(
  request: WireRequest,
  options: Pick<LiveOptions, "fetch"> & { readonly limits: LiveLimits },
): Promise<WireAnswer | WireFailure> {
  const { timeout, bodyBytes } = options.limits;
  let isBegun = false;
  try {
    const response = await options.fetch(request.url, {
      method: request.method,
      headers: headersOf(request),
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    isBegun = true;
    const body = await joinBytes(chunksOf(response.body), bodyBytes);
    return { kind: "answer", status: response.status, headers: response.headers, body };
  } catch (error) {
    return failureOf(error, { isBegun, timeout, bodyBytes, origin: request.url.origin });
  }
}

function headersOf({ headers, secrets }: WireRequest): Headers {
  const all = new Headers();
  for (const [name, value] of [...headers, ...secrets]) all.set(name, value);
  return all;
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (reader === undefined) return;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    // Left early: what is still to come is not wanted. That the peer is gone already is no news.
    await reader.cancel().catch(() => undefined);
  }
}
