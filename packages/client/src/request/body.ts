import { bodyKindOf } from "../media-type.ts";
import type { Operation } from "../operation.ts";
import { isRecord, presentEntries, textOfScalar } from "./encode.ts";
import { InvalidInput } from "./invalid-input.ts";
import type { Input } from "./url.ts";

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
  readonly body: EncodedBody | undefined;
  readonly contentType: string | undefined;
}

/**
 * The body of a call in the media type that the caller chose, or else the operation's first.
 *
 * @throws InvalidInput when the value cannot be written in that media type
 */
export function buildBody(operation: Operation, input: Input): PreparedBody {
  const [first] = operation.body ?? [];
  const value = Object.hasOwn(input, "body") ? input["body"] : undefined;
  if (first === undefined || value === undefined) {
    return { body: undefined, contentType: undefined };
  }
  const chosen = Object.hasOwn(input, "contentType") ? input["contentType"] : undefined;
  return encodeBody(value, typeof chosen === "string" ? chosen : first);
}

function encodeBody(value: unknown, mediaType: string): PreparedBody {
  const isRange = mediaType.includes("*");
  const contentType = isRange ? undefined : mediaType;
  switch (isRange && isBytes(value) ? "binary" : bodyKindOf(mediaType)) {
    case "json":
      return encodeJson(value, contentType);
    case "form":
      return { body: encodeForm(value), contentType };
    case "multipart":
      return { body: encodeMultipart(value), contentType: undefined };
    case "text":
      return { body: textOfScalar(value), contentType };
    case "binary":
      return { body: asBinary(value), contentType };
  }
}

function encodeJson(value: unknown, contentType: string | undefined): PreparedBody {
  const body = JSON.stringify(value);
  if (body === undefined) {
    throw new InvalidInput("the body cannot be written as JSON");
  }
  return { body, contentType: contentType ?? "application/json" };
}

/** Nested members in brackets, `a[b]=c`, as the servers that read forms understand them. */
function encodeForm(value: unknown): string {
  const pairs = new URLSearchParams();
  for (const [name, text] of flatten(value)) {
    pairs.append(name, text);
  }
  return pairs.toString();
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

/** One part for each member, one for each item of an array; objects as JSON. */
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
