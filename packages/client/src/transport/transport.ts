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
}

/** Frees the connection of a response that nobody reads. */
export async function discard({ body }: Response): Promise<void> {
  // However the rest of this answer ends, nobody waits for it.
  await body?.cancel().catch(() => {});
}
