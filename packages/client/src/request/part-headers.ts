import type { Parts, PreparedBody } from "./body.ts";
import { type HeadersInput, setHeaders } from "./headers.ts";
import { InvalidInput } from "./invalid-input.ts";
import { encodePart, itemsOf, multipartBody } from "./multipart.ts";

const partHeaders = Symbol("part headers");

/** A value, and the headers of the part that it becomes. */
interface PartWithHeaders {
  readonly value: unknown;
  readonly [partHeaders]: HeadersInput;
  /** Throws InvalidInput: where it stands for no part, it would be sent as something else. */
  readonly toJSON: () => never;
}

/**
 * The value of a multipart body's part with headers of its own, for operations whose description declares
 * such headers. What it gives stands for the value there, and nowhere else.
 *
 * @example
 * ```ts
 * import { withPartHeaders } from "@truespec/client";
 *
 * const body = { image: withPartHeaders(new Blob(["…"]), { "X-Checksum": "9a0364b9" }) };
 * console.log(Object.keys(body));
 * ```
 */
export function withPartHeaders<Value>(value: Value, headers: HeadersInput): Value {
  const toJSON = () => {
    throw new InvalidInput("a part with headers stands where none is described");
  };
  const part: PartWithHeaders = { value, [partHeaders]: headers, toJSON };
  // So that it fits where the value would.
  return part as Value;
}

/**
 * A multipart body whose parts may have headers, which `FormData` cannot give them: written here as a
 * platform writes a form. `Content-Type` and `Content-Disposition` are the part's own.
 *
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
export function multipartWithHeaders(
  value: unknown,
  mediaType: string,
  parts: Parts = {},
): PreparedBody {
  if (value instanceof FormData) {
    return multipartBody(value, mediaType);
  }
  const boundary = `----truespec${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
  const pieces = itemsOf(value, parts).flatMap(([name, item, type]) => {
    const [content, headers] = isPart(item) ? [item.value, item[partHeaders]] : [item, {}];
    const part = encodePart(content, type);
    return [`--${boundary}\r\n${headOf(name, part, headers)}\r\n`, lines(part), "\r\n"];
  });
  return {
    body: new Blob([...pieces, `--${boundary}--\r\n`]),
    contentType: `${nameOf(mediaType)}; boundary=${boundary}`,
  };
}

function isPart(value: unknown): value is PartWithHeaders {
  return typeof value === "object" && value !== null && partHeaders in value;
}

/** The lines before a part. Throws TypeError for what is no header, such as one of two lines. */
function headOf(name: string, part: string | Blob, given: HeadersInput): string {
  const record: Record<string, string> = Object.create(null);
  setHeaders(record, given);
  const headers = new Headers(Object.entries(record));
  headers.delete("content-type");
  headers.delete("content-disposition");
  let disposition = `form-data; name="${escapeName(name)}"`;
  if (part instanceof Blob) {
    disposition += `; filename="${escapeName(part instanceof File ? part.name : "blob")}"`;
    headers.set("content-type", part.type || "application/octet-stream");
  }
  // Not among the headers, which hold no other letters than Latin ones.
  return [["content-disposition", disposition], ...headers]
    .map((header) => `${header.join(": ")}\r\n`)
    .join("");
}

function escapeName(name: string): string {
  return name.replace(/\r\n|\r|\n/g, "%0D%0A").replaceAll('"', "%22");
}

function lines(part: string | Blob): string | Blob {
  return typeof part === "string" ? part.replace(/\r\n|\r|\n/g, "\r\n") : part;
}

function nameOf(mediaType: string): string {
  return mediaType.includes("*") ? "multipart/form-data" : mediaType.replace(/;.*/, "");
}
