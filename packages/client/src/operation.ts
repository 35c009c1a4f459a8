import type { RequestBody } from "./request/body.ts";
import type { Parameter } from "./request/parameter.ts";
import type { AnswerDates } from "./response/dates.ts";
import type { Streams } from "./stream/open.ts";

/** An operation as data: all that a call needs to know of the description. */
export interface Operation {
  /** As it is sent: in upper case, where it is one of HTTP's own. */
  readonly method: string;
  /** The path template: `/models/{id}`. */
  readonly path: string;
  /** Method and path as the description writes them, where its path holds more than is sent: `POST /#Action=Copy`. */
  readonly label?: string;
  /** A text names a parameter of the path, where the template has it, or else of the query: `["id", "page"]`. */
  readonly parameters?: readonly (Parameter | string)[];
  readonly body?: RequestBody;
  /** The `Accept` header: every media type of the successes. */
  readonly accept?: string;
  /** Media types by status, as the description writes both: `200`, `4XX`, `default`. */
  readonly responses?: { readonly [status: string]: readonly string[] };
  /** Where answers hold dates, of which a `Date` is made. */
  readonly dates?: AnswerDates;
  /** What comes item by item. */
  readonly streams?: Streams;
  /** Alternatives, each the names of schemes that are needed together. */
  readonly security?: readonly (readonly string[])[];
  /** The operation's own server, where it is not the description's. */
  readonly baseUrl?: string;
}

/** How people know an operation: `GET /models/{id}`. */
export function labelOf(operation: Operation): string {
  return operation.label ?? `${operation.method} ${operation.path}`;
}
