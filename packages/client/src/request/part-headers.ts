import { findOwn } from "../own.ts";
import type { Parts, PreparedBody } from "./body.ts";
import { dispositionOf, type WrittenPart } from "./delimited.ts";
import { type HeadersInput, setHeaders } from "./headers.ts";
import { InvalidInput } from "./invalid-input.ts";
import { delimitForm, itemsOf, multipartBody, writeFormPart } from "./multipart.ts";

const partHeaders = Symbol("part headers");

/** A value, and the headers of the part that it becomes. */
interface PartWithHeaders {
  readonly value: unknown;
  readonly [partHeaders]: HeadersInput;
  /** Throws InvalidInput: where it stands for no part, it would be sent as something else. */
  readonly toJSON: () => never;
}

/**
 * The value of a multipart body's part with headers of its own: in a form for operations whose description
 * declares such headers, in every other multipart body for each part, `Content-Type` and
 * `Content-Disposition` included. What it gives stands for the value there, and nowhere else.
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
 * As `multipartBody`, of a body whose parts may have headers or parts themselves. `Content-Type` and
 * `Content-Disposition` are the part's own.
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
  const written = itemsOf(value, parts).map(([name, item, type]): WrittenPart => {
    const [content, headers] = openPart(item);
    headers.delete("content-type");
    headers.delete("content-disposition");
    const encoding = findOwn(parts, name);
    const special = encoding?.part?.(content, headers, encoding);
    if (special === undefined) {
      const mediaType = headers.get("content-type") ?? type;
      headers.delete("content-type");
      return writeFormPart([name, content, mediaType], headers);
    }
    // Parts of a part may be files; it is none itself.
    const disposition = dispositionOf(name, undefined);
    return { headers: [["content-disposition", disposition], ...headers], content: special };
  });
  return delimitForm(written, mediaType);
}

/** What becomes a part, and the headers that it was given. Throws TypeError for what is no header, such as one of two lines. */
export function openPart(item: unknown): readonly [value: unknown, headers: Headers] {
  if (!isPart(item)) {
    return [item, new Headers()];
  }
  const record: Record<string, string> = Object.create(null);
  setHeaders(record, item[partHeaders]);
  return [item.value, new Headers(Object.entries(record))];
}

function isPart(value: unknown): value is PartWithHeaders {
  return typeof value === "object" && value !== null && partHeaders in value;
}
