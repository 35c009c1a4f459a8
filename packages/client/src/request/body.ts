import { findDescribed } from "../media-type.ts";
import { isRecord, presentEntries, textOfScalar } from "./encode.ts";
import { InvalidInput } from "./invalid-input.ts";

/** A body as `fetch` takes it. */
export type EncodedBody =
  | string
  | FormData
  | Blob
  | ArrayBuffer
  | Uint8Array<ArrayBuffer>
  | ReadableStream;

/** A request body and the `Content-Type` that goes with it; undefined where `fetch` sets it. */
export interface PreparedBody {
  readonly body: EncodedBody;
  readonly contentType: string | undefined;
  /** Set for a stream: it is sent while it is read, and `fetch` asks that this is said. */
  readonly duplex?: "half";
}

/** Writes a value as a body of a media type. Throws InvalidInput for what cannot be written so. */
export type WriteBody = (value: unknown, mediaType: string) => PreparedBody;

/** The request body of an operation, as generated code describes it. */
export interface RequestBody {
  readonly write: typeof writeBody;
  /** By media type, the default first. */
  readonly content: Readonly<Record<string, WriteBody>>;
}

/** The body that a caller gave, in the media type that the caller chose, or else the operation's first. */
export function writeBody(
  { content }: RequestBody,
  input: Readonly<Record<string, unknown>>,
): PreparedBody | undefined {
  const written = Object.keys(content);
  const { body: value, contentType } = input;
  const mediaType = typeof contentType === "string" ? contentType : (written[0] ?? "");
  const write = content[findDescribed(mediaType, written) ?? written[0] ?? ""];
  return value === undefined ? undefined : write?.(value, mediaType);
}

/** JSON; `application/json` where a range of media types is described. */
export function jsonBody(value: unknown, mediaType: string): PreparedBody {
  const body = JSON.stringify(value);
  if (body === undefined) {
    throw new InvalidInput("the body cannot be written as JSON");
  }
  return { body, contentType: mediaType.includes("*") ? "application/json" : mediaType };
}

/** `application/x-www-form-urlencoded`; nested members in brackets, `a[b]=c`, as the servers that read forms understand them. */
export function formBody(value: unknown, contentType: string): PreparedBody {
  const pairs = new URLSearchParams();
  for (const [name, text] of flatten(value)) {
    pairs.append(name, text);
  }
  return { body: pairs.toString(), contentType };
}

/** `multipart/*`: one part for each member, one for each item of an array; objects as JSON. */
export function multipartBody(value: unknown): PreparedBody {
  return { body: encodeMultipart(value), contentType: undefined };
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

function flatten(value: unknown, name = ""): readonly (readonly [string, string])[] {
  if (isRecord(value)) {
    return presentEntries(value).flatMap(([key, item]) =>
      flatten(item, name === "" ? key : `${name}[${key}]`),
    );
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      flatten(item, isRecord(item) ? `${name}[${index}]` : name),
    );
  }
  return [[name, textOfScalar(value)]];
}

function encodeMultipart(value: unknown): FormData {
  if (value instanceof FormData) {
    return value;
  }
  if (!isRecord(value)) {
    throw new InvalidInput("a multipart body is an object or FormData");
  }
  const form = new FormData();
  for (const [name, member] of presentEntries(value)) {
    for (const item of Array.isArray(member) ? member : [member]) {
      appendPart(form, name, item);
    }
  }
  return form;
}

function appendPart(form: FormData, name: string, item: unknown): void {
  if (item instanceof Blob) {
    form.append(name, item);
  } else if (item instanceof Uint8Array || item instanceof ArrayBuffer) {
    form.append(name, new Blob([copyBytes(item)]));
  } else {
    form.append(name, textOfScalar(item));
  }
}

function asBinary(value: unknown): EncodedBody {
  if (value instanceof ReadableStream && value.locked) {
    throw new InvalidInput("the body is a stream that is being read, or was read already");
  }
  if (value instanceof Uint8Array) {
    return copyBytes(value);
  }
  if (typeof value === "string" || isBytes(value)) {
    return value;
  }
  throw new InvalidInput(
    "a binary body is a Blob, an ArrayBuffer, a Uint8Array, a ReadableStream or text",
  );
}

function isBytes(
  value: unknown,
): value is Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream {
  return [Blob, ArrayBuffer, Uint8Array, ReadableStream].some((kind) => value instanceof kind);
}

/** The bytes in memory of their own: `fetch` takes no view of shared memory. */
function copyBytes(bytes: Uint8Array | ArrayBuffer): Uint8Array<ArrayBuffer> {
  return bytes instanceof Uint8Array ? new Uint8Array(bytes) : new Uint8Array(bytes);
}
