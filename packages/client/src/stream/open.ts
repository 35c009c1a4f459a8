import type { ClientError } from "../error.ts";
import { findDescribed } from "../media-type.ts";

/** A response whose body is still to come. */
export interface Opened {
  readonly response: Response;
  /** The exception for what breaks the body off. */
  readonly failure: (cause: unknown) => ClientError;
  /** Lets the body be read past the call's time; what it returns frees the caller's signal, once nothing more is read. */
  readonly keep: () => () => void;
}

/** Reads the items of a body one by one, from its text as it comes in. */
export type ReadStream = (texts: AsyncIterable<string>) => AsyncIterable<unknown>;

/** What of an operation's answers comes item by item, as generated code describes it. */
export interface Streams {
  readonly open: typeof openStream;
  /** What reads the items of a success, by media type. */
  readonly content: Readonly<Record<string, ReadStream>>;
}

/** The items of a success in one of the media types that come item by item; undefined for all else. */
export function openStream(
  { content }: Streams,
  opened: Opened,
): AsyncIterable<unknown> | undefined {
  const { ok, body, headers } = opened.response;
  const written = findDescribed(headers.get("content-type") ?? "", Object.keys(content));
  const read = ok && written !== undefined ? content[written] : undefined;
  return read === undefined || body === null ? undefined : readItems(read, body, opened);
}

/**
 * The items, each as soon as it is there. Whoever stops early frees the connection.
 *
 * Throws ClientError where the body breaks off, holds what cannot be read, or the caller's signal ends it.
 */
function readItems(
  read: ReadStream,
  body: ReadableStream<Uint8Array>,
  { failure, keep }: Opened,
): AsyncIterable<unknown> {
  const release = keep();
  return (async function* () {
    try {
      // What the reader returns may say that nothing comes after.
      return yield* read(readTexts(body));
    } catch (cause) {
      throw failure(cause);
    } finally {
      release();
    }
  })();
}

/** The text of a body, piece by piece: browsers cannot iterate a stream. */
async function* readTexts(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      yield decoder.decode(value, { stream: !done });
      if (done) {
        return;
      }
    }
  } finally {
    // However the rest of this answer ends, nobody waits for it.
    await reader.cancel().catch(() => {});
  }
}
