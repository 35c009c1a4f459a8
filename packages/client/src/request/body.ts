import { findDescribed } from "../media-type.ts";
import { textOfScalar } from "./encode.ts";
import { InvalidInput } from "./invalid-input.ts";
import type { MemberStyle } from "./parameter.ts";

/** A body as `fetch` takes it. */
export type EncodedBody = string | FormData | Blob | ArrayBuffer | ReadableStream;

/** A request body and the `Content-Type` that goes with it; undefined where `fetch` sets it. */
export interface PreparedBody {
  readonly body: EncodedBody;
  readonly contentType: string | undefined;
  /** Set for a stream: it is sent while it is read, and `fetch` asks that this is said. */
  readonly duplex?: "half";
  /** Ends what a stream is made of: Node.js takes all that is left, even for a request that was aborted. */
  readonly abandon?: () => void;
}

/** Writes a value as a body of a media type. Throws InvalidInput for what cannot be written so. */
export type WriteBody = (value: unknown, mediaType: string, parts?: Parts) => PreparedBody;

/**
 * How the members of a form or a multipart body are written, by name, where the description says it; of
 * the parts of an array by position from 0, and of all that have none there by `items`.
 */
export type Parts = Readonly<Record<string, PartEncoding>>;

/**
 * How one member is written: as the query parameter of its name that a function writes, or as a part of
 * a media type.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#encoding-object
 */
export interface PartEncoding extends MemberStyle {
  /** Media types, separated by commas, the default first. */
  readonly contentType?: string;
  /** What writes a part that is more than a value of its media type. */
  readonly part?: WritePart;
  /** How the parts of a part are written that is a form or a multipart body itself. */
  readonly content?: WriteBody | EncodedContent;
  /** How a text holds bytes: `base64`. */
  readonly transferEncoding?: string;
}

/**
 * Writes what a part holds, and says in its headers what that is; undefined where the value is written as
 * any other. Throws InvalidInput for what cannot be written so.
 */
export type WritePart = (
  value: unknown,
  headers: Headers,
  encoding: PartEncoding,
) => string | Blob | undefined;

/** A media type whose members are not all written as by default. */
export interface EncodedContent {
  readonly write: WriteBody;
  readonly parts: Parts;
}

/** The request body of an operation, as generated code describes it. */
export interface RequestBody {
  readonly write: typeof writeBody;
  /** By media type, the default first. */
  readonly content: Readonly<Record<string, WriteBody | EncodedContent>>;
}

/** The body that a caller gave, in the media type that the caller chose, or else the operation's first. */
export function writeBody(
  { content }: RequestBody,
  input: Readonly<Record<string, unknown>>,
): PreparedBody | undefined {
  const written = Object.keys(content);
  const { body: value, contentType } = input;
  const mediaType = typeof contentType === "string" ? contentType : (written[0] ?? "");
  const chosen = content[findDescribed(mediaType, written) ?? written[0] ?? ""];
  if (value === undefined || chosen === undefined) {
    return undefined;
  }
  return typeof chosen === "function"
    ? chosen(value, mediaType)
    : chosen.write(value, mediaType, chosen.parts);
}

/** JSON; `application/json` where a range of media types is described. */
export function jsonBody(value: unknown, mediaType: string): PreparedBody {
  const body = JSON.stringify(value);
  if (body === undefined) {
    throw new InvalidInput("the body cannot be written as JSON");
  }
  return { body, contentType: mediaType.includes("*") ? "application/json" : mediaType };
}

/** Text, as it is. */
export function textBody(value: unknown, mediaType: string): PreparedBody {
  return { body: textOfScalar(value), contentType: concrete(mediaType) };
}

/** Bytes, as they are. */
export function binaryBody(value: unknown, mediaType: string): PreparedBody {
  const duplex = value instanceof ReadableStream ? ({ duplex: "half" } as const) : {};
  return { body: asBinary(value), contentType: concrete(mediaType), ...duplex };
}

/** A range that may be JSON, such as `application/*`: bytes as they are, all else as JSON. */
export function anyBody(value: unknown, mediaType: string): PreparedBody {
  return isBytes(value) ? binaryBody(value, mediaType) : jsonBody(value, mediaType);
}

/** A range names no media type that a body could have: what the platform knows of a Blob, stands. */
function concrete(mediaType: string): string | undefined {
  return mediaType.includes("*") ? undefined : mediaType;
}

function asBinary(value: unknown): EncodedBody {
  if (value instanceof ReadableStream && value.locked) {
    throw new InvalidInput("the body is a stream that is being read, or was read already");
  }
  if (typeof value === "string" || isBytes(value)) {
    return value instanceof Uint8Array ? copyBytes(value) : value;
  }
  throw new InvalidInput(
    "a binary body is a Blob, an ArrayBuffer, a Uint8Array, a ReadableStream or text",
  );
}

/** Whether a value is bytes, as `fetch` takes them. */
export function isBytes(value: unknown): value is Blob | ArrayBuffer | Uint8Array | ReadableStream {
  return [Blob, ArrayBuffer, Uint8Array, ReadableStream].some((kind) => value instanceof kind);
}

/** The bytes in memory of their own: `fetch` takes no view of shared memory. */
export function copyBytes(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
