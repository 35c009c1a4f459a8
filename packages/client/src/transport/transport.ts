import type { EncodedBody } from "../request/body.ts";

/** What sends requests: the `fetch` of the platform, or another of the same shape. */
export type Fetch = (request: Request) => Promise<Response>;

/** A request as data, so that it can be sent more than once. */
export interface PreparedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: EncodedBody | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Sends a prepared request and gives the response, its body unread. */
export type Transport = (request: PreparedRequest) => Promise<Response>;

/** The transport that sends each request once. */
export function createTransport(fetch: Fetch): Transport {
  return async (request) => await fetch(buildRequest(request));
}

/**
 * The platform's request.
 *
 * @throws TypeError when the URL, a header or the method is not valid
 */
export function buildRequest(prepared: PreparedRequest): Request {
  const { url, method, headers, body, signal } = prepared;
  // A stream is sent while it is read; `fetch` asks that this is said.
  const duplex = body instanceof ReadableStream ? ({ duplex: "half" } as const) : {};
  return new Request(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
    ...duplex,
  });
}
