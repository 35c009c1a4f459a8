import type { CallOptions } from "../call-options.ts";
import { ClientError } from "../error.ts";
import { applyLayers } from "../layers.ts";
import { type Clock, platformClock } from "../transport/clock.ts";
import { jitteredDelay } from "../transport/delay.ts";
import { type RetryOptions, retrying } from "../transport/retry-policy.ts";
import type { ServerSentEvent } from "./events.ts";

/** How far a stream is followed. */
export interface ReconnectOptions {
  /**
   * As for calls, with another sense for streams: `attempts` is how often in a row one may be opened without
   * an event, and `maxRetryAfter` the longest wait that its events may ask for. The waits of our own are
   * for streams that ask for none.
   */
  readonly retry?: RetryOptions | undefined;
  /** Ends the waits too. */
  readonly signal?: AbortSignal | undefined;
  /** Default: the platform's. For tests. */
  readonly clock?: Clock | undefined;
}

/** Opens a stream with these options, so that it goes on where the last one broke off; undefined where the server has no more. */
export type OpenEvents<Event> = (
  options: Pick<CallOptions, "headers" | "signal">,
) => Promise<AsyncIterable<Event> | undefined>;

/**
 * The events of a stream, and of those that are opened after it breaks off or ends: with the last id in
 * `Last-Event-ID`, after the wait that the events ask for (`retry`). Nothing else opens a stream again, for
 * a `POST` would be sent again too.
 *
 * It ends where the server answers 204, where `[DONE]` stands, or where no event came as often as `retry`
 * says. Throws what opening throws, and what broke the last stream off.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 * @example
 * ```ts
 * import { type Connection, call, dataOf, type Operation, openStream, readEvents, reconnect } from "@truespec/client";
 * import type { Result, ServerSentEvent, Success } from "@truespec/client";
 *
 * type News = Success<200, string, AsyncIterable<ServerSentEvent>> | Extract<Result, { ok: false }>;
 * const streams = { open: openStream, content: { "text/event-stream": readEvents } };
 * const operation: Operation = { method: "GET", path: "/news", streams };
 *
 * async function follow(connection: Connection, signal: AbortSignal): Promise<void> {
 *   const open = async (options: object) =>
 *     dataOf(await call<News>(connection, operation, {}, options));
 *   for await (const { data } of reconnect(open, { signal })) console.log(data);
 * }
 * ```
 */
export async function* reconnect<Event extends ServerSentEvent<unknown>>(
  open: OpenEvents<Event>,
  { retry, signal, clock = platformClock }: ReconnectOptions = {},
): AsyncGenerator<Event> {
  const policy = applyLayers(retrying, retry);
  const place: Place = { opened: 0, id: "", retry: undefined };
  for (;;) {
    // The standard sends no empty id.
    const headers = place.id === "" ? {} : { "Last-Event-ID": place.id };
    const stream = await open({ headers, signal });
    if (stream === undefined) {
      return;
    }
    place.opened += 1;
    const { isOver, error } = yield* passOn(stream, place);
    const delay = place.retry ?? jitteredDelay(place.opened + 1, policy, clock);
    if (isOver || place.opened >= policy.attempts || delay > policy.maxRetryAfter) {
      if (error !== undefined) {
        throw error;
      }
      return;
    }
    // An abort is for opening to tell.
    await clock.sleep(delay, signal).catch(() => {});
  }
}

/** How far the events came. */
interface Place {
  /** How often a stream was opened since the last event. */
  opened: number;
  id: string;
  retry: number | undefined;
}

/** What ended a stream, and whether nothing comes after it. */
interface End {
  readonly isOver: boolean;
  readonly error?: unknown;
}

/** Passes the events of one stream on, and gives what ended it. */
async function* passOn<Event extends ServerSentEvent<unknown>>(
  stream: AsyncIterable<Event>,
  place: Place,
): AsyncGenerator<Event, End> {
  const iterator = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await iterator.next();
      if (step.done) {
        return { isOver: step.value === true };
      }
      const { id = place.id, retry = place.retry } = step.value;
      Object.assign(place, { opened: 0, id, retry });
      yield step.value;
    }
  } catch (error) {
    return { isOver: !isBreak(error), error };
  } finally {
    await iterator.return?.();
  }
}

/** Whether a stream may go on where it was: its connection broke, and what it said could be read. */
function isBreak(error: unknown): boolean {
  return (
    error instanceof ClientError &&
    error.code === "unreadable-body" &&
    !(error.cause instanceof Error && error.cause.name === "SyntaxError")
  );
}
