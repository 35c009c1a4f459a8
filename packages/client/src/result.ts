type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type StatusOf<Text extends string> = Text extends `${infer Status extends number}` ? Status : never;

/** Every status of the class `2xx`. */
export type SuccessStatus = StatusOf<`2${Digit}${Digit}`>;

/** Every status that is no success: `3xx`, `4xx`, `5xx`. */
export type FailureStatus = StatusOf<`${3 | 4 | 5}${Digit}${Digit}`>;

/** The statuses of one class, such as `4XX`. */
export type StatusRange<Class extends 2 | 3 | 4 | 5> = StatusOf<`${Class}${Digit}${Digit}`>;

/**
 * The server did what was asked (2xx).
 *
 * `data` is what the description says of this status and media type; it is not validated. A success
 * that the description does not know has its own status all the same.
 */
export interface Success<Status extends number, MediaType extends string | undefined, Data> {
  /** Whether the status is 2xx. */
  readonly ok: true;
  readonly status: Status;
  /** As the description writes it; as the response says where the description has no such one; text where neither says anything; undefined without a body. */
  readonly mediaType: MediaType;
  /** The body as described; not validated, unless the connection or the call asks for it. */
  readonly data: Data;
  /** What the server calls the request, where a header of its answer says so (`X-Request-Id` and its like). */
  readonly requestId: string | undefined;
  /** What was called, as it stands in the description: `GET /models/{id}`. */
  readonly operation: string;
  /** Its body is read already. */
  readonly response: Response;
}

/** What failures have in common, whatever their status. */
interface FailedAnswer<MediaType extends string | undefined, Data> {
  /** Whether the status is 2xx. */
  readonly ok: false;
  /** As of a success. */
  readonly mediaType: MediaType;
  /** The body as described; text where it is no JSON, undefined where it is empty. */
  readonly error: Data;
  /** What the server calls the request, where a header of its answer says so (`X-Request-Id` and its like). */
  readonly requestId: string | undefined;
  /** What was called, as it stands in the description: `GET /models/{id}`. */
  readonly operation: string;
  /** Its body is read already. */
  readonly response: Response;
}

/**
 * The server answered, and not with success.
 *
 * `error` is what the description says of this status; text where the body is no JSON, even if it says
 * so, undefined where it is empty. Ask `ok`, never whether `error` is there.
 */
export interface Failure<Status extends number, MediaType extends string | undefined, Data>
  extends FailedAnswer<MediaType, Data> {
  readonly status: Status;
}

/**
 * A failure of any status but those `Described` (`404 | 422`), each of which has a `Failure` of its own.
 *
 * Its statuses are listed where a program looks at them: to list them for every operation of a large
 * client would take the compiler longer than all of its functions.
 */
export interface OtherFailure<
  Described extends number,
  MediaType extends string | undefined = string | undefined,
  Data = unknown,
> extends FailedAnswer<MediaType, Data> {
  readonly status: Exclude<FailureStatus, Described>;
}

/** Any result, as a call without a description would give it. */
export type Result =
  | Success<number, string | undefined, unknown>
  | Failure<number, string | undefined, unknown>;

/** The results that remain when only these media types are accepted: failures, and successes in one of them or without a body. */
export type Accepted<Outcome, MediaType> = Outcome extends { ok: true; mediaType: infer Given }
  ? Given extends MediaType | undefined
    ? Outcome
    : never
  : Outcome;
