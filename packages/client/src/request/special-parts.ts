import type { PartEncoding, PreparedBody } from "./body.ts";
import { isRecord } from "./encode.ts";
import { InvalidInput } from "./invalid-input.ts";

/**
 * Writes a part that is a form or a multipart body itself: an array or an object of parts, as the encoding's
 * `content` says. Bytes and text are such a body already. Throws InvalidInput for a FormData: the boundary
 * that it gets is known to the platform alone.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#common-fixed-fields-0
 */
export function nestedPart(
  value: unknown,
  headers: Headers,
  { content, contentType = "" }: PartEncoding,
): string | Blob | undefined {
  const isParts = Array.isArray(value) || (isRecord(value) && !isBytes(value));
  if (content === undefined || !isParts) {
    return undefined;
  }
  const [described = ""] = contentType.split(",", 1);
  const mediaType = headers.get("content-type") ?? described.trim();
  const prepared: PreparedBody =
    typeof content === "function"
      ? content(value, mediaType)
      : content.write(value, mediaType, content.parts);
  const { body } = prepared;
  if (typeof body !== "string" && !(body instanceof Blob)) {
    throw new InvalidInput(`a part of ${mediaType} is an array or an object, not FormData`);
  }
  headers.set("content-type", prepared.contentType ?? mediaType);
  return body;
}

/**
 * Says of a text how its bytes are encoded in it, as the `contentEncoding` of its schema does. Of itself
 * such a part is `application/octet-stream`; what the caller's headers say of it stands.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#content-transfer-encoding-and-contentencoding
 */
export function encodedPart(
  value: unknown,
  headers: Headers,
  { transferEncoding, contentType = "application/octet-stream" }: PartEncoding,
): undefined {
  if (typeof value !== "string" || transferEncoding === undefined) {
    return;
  }
  const said = [
    ["content-type", contentType.split(",", 1).join("").trim()],
    ["content-transfer-encoding", transferEncoding],
  ] as const;
  for (const [name, text] of said) {
    if (!headers.has(name)) headers.set(name, text);
  }
}

function isBytes(value: object): boolean {
  return [Blob, ArrayBuffer, Uint8Array, Date].some((kind) => value instanceof kind);
}
