import { isJson } from "../media-type.ts";
import { findOwn } from "../own.ts";
import { copyBytes, type Parts, type PreparedBody } from "./body.ts";
import { isRecord, presentEntries, textOfScalar } from "./encode.ts";
import { InvalidInput } from "./invalid-input.ts";
import { writePart } from "./part.ts";

/**
 * `multipart/*`: one part for each member, one for each item of an array; objects as JSON. Where the
 * description gives a part a media type, it is sent so; a Blob that has a type of its own keeps that.
 */
export function multipartBody(value: unknown, _: string, parts: Parts = {}): PreparedBody {
  if (value instanceof FormData) {
    return { body: value, contentType: undefined };
  }
  if (!isRecord(value)) {
    throw new InvalidInput("a multipart body is an object or FormData");
  }
  const form = new FormData();
  for (const [name, member] of presentEntries(value)) {
    appendMember(form, name, { member, parts });
  }
  return { body: form, contentType: undefined };
}

interface Member {
  readonly member: unknown;
  readonly parts: Parts;
}

function appendMember(form: FormData, name: string, { member, parts }: Member): void {
  const pairs = writePart(parts, name, member);
  if (pairs !== undefined) {
    for (const [key, text] of new URLSearchParams(pairs.join("&"))) {
      form.append(key, text);
    }
    return;
  }
  const mediaType = findMediaType(findOwn(parts, name)?.contentType);
  for (const item of Array.isArray(member) ? member : [member]) {
    form.append(name, encodePart(item, mediaType));
  }
}

/** The first of the media types that is no range. */
function findMediaType(written = ""): string | undefined {
  return written
    .split(",")
    .map((one) => one.trim())
    .find((one) => one !== "" && !one.includes("*"));
}

/** A part: text, which has no media type and so means `text/plain` (RFC 7578, section 4.4), or a Blob with its own. */
function encodePart(item: unknown, mediaType: string | undefined): string | Blob {
  const type = mediaType === undefined ? {} : { type: mediaType };
  if (item instanceof Blob) {
    return item.type === "" ? withType(item, type) : item;
  }
  if (item instanceof Uint8Array || item instanceof ArrayBuffer) {
    return new Blob([copyBytes(item)], type);
  }
  if (mediaType === undefined || mediaType === "text/plain") {
    return textOfScalar(item);
  }
  return new Blob([isJson(mediaType) ? JSON.stringify(item) : textOfScalar(item)], type);
}

function withType(item: Blob, type: { readonly type?: string }): Blob {
  return item instanceof File ? new File([item], item.name, type) : new Blob([item], type);
}
