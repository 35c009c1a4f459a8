import type { EncodedBody } from "../request/body.ts";

/** What sends requests: the platform's `fetch`, or what is called as it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A request as data, so that it can be sent more than once: what `fetch` takes beside its URL. */
export interface PreparedRequest {
  readonly url: string;
  readonly method: string;
  /** By name in lower case; not the platform's, which takes longer to make than all the rest. */
  readonly headers: Record<string, string>;
  readonly body?: EncodedBody;
  /** Set for a stream, which is gone once it is sent. */
  readonly duplex?: "half";
  /** What ends the source of a stream once its call has failed. */
  readonly abandon?: () => void;
  /** Set where the platform is to follow redirects. */
  readonly redirect?: "follow";
}

/** Sends a request once. */
export function sendOnce(
  fetch: Fetch,
  request: PreparedRequest,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const init: RequestInit = { redirect: "manual", signal: signal ?? null };
  // Not a spread of several, which takes longer than all the rest.
  return fetch(request.url, Object.assign(init, request));
}

/** Frees the connection of a response that nobody reads. */
export async function discard({ body }: Response): Promise<void> {
  // However the rest of this answer ends, nobody waits for it.
  await body?.cancel().catch(() => {});
}
