import type { EncodedBody } from "../request/body.ts";

/** What sends requests in place of the platform's `fetch`. */
export type Fetch = (request: Request) => Promise<Response>;

/** What sends a request that is still data: the platform's `fetch` needs no `Request`, which takes as long to make as all the rest. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

/** A request as data, so that it can be sent more than once. */
export interface PreparedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: EncodedBody | undefined;
}

/** The transport of a caller's `fetch`, or the platform's. */
export function createTransport(fetch: Fetch | undefined): Transport {
  return fetch === undefined
    ? (url, init) => globalThis.fetch(url, init)
    : async (url, init) => await fetch(new Request(url, init));
}

/** A prepared request as `fetch` and `Request` take it, beside its URL. */
export function initOf({ method, headers, body }: PreparedRequest): RequestInit {
  // A stream is sent while it is read; `fetch` asks that this is said.
  const duplex = body instanceof ReadableStream ? ({ duplex: "half" } as const) : {};
  return { method, headers, ...(body === undefined ? {} : { body }), ...duplex };
}

/** Frees the connection of a response that nobody reads. */
export async function discard({ body }: Response): Promise<void> {
  if (body !== null && !body.locked) {
    // However the rest of this answer ends, nobody waits for it.
    await body.cancel().catch(() => {});
  }
}
