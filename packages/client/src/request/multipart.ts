import { isJson } from "../media-type.ts";
import { findOwn } from "../own.ts";
import { copyBytes, type Parts, type PreparedBody } from "./body.ts";
import { isRecord, presentEntries, textOfScalar } from "./encode.ts";
import { InvalidInput } from "./invalid-input.ts";
import { writePart } from "./part.ts";

/**
 * `multipart/form-data`: one part for each member, one for each item of an array; objects as JSON. Where the
 * description gives a part a media type, it is sent so; a Blob that has a type of its own keeps that.
 */
export function multipartBody(value: unknown, _: string, parts: Parts = {}): PreparedBody {
  if (value instanceof FormData) {
    return { body: value, contentType: undefined };
  }
  const form = new FormData();
  for (const [name, item, mediaType] of itemsOf(value, parts)) {
    form.append(name, encodePart(item, mediaType));
  }
  return { body: form, contentType: undefined };
}

/** What becomes a part: its name, its value and the media type that the description gives it. */
type Item = readonly [name: string, value: unknown, mediaType?: string | undefined];

/** The items of a multipart body, in order. Throws InvalidInput for what has no members. */
export function itemsOf(value: unknown, parts: Parts): readonly Item[] {
  if (!isRecord(value)) {
    throw new InvalidInput(
      "a multipart/form-data body is an object or FormData, not a list of parts",
    );
  }
  return presentEntries(value).flatMap(([name, member]): readonly Item[] => {
    const pairs = writePart(parts, name, member);
    if (pairs !== undefined) {
      return [...new URLSearchParams(pairs.join("&"))];
    }
    const [mediaType] = listMediaTypes(findOwn(parts, name)?.contentType);
    return [member].flat().map((item) => [name, item, mediaType]);
  });
}

/** The media types that are no ranges, of those that are written between commas. */
export function listMediaTypes(written = ""): readonly string[] {
  return written
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && !one.includes("*"));
}

/** A part: text, which has no media type and so means `text/plain` (RFC 7578, section 4.4), or a Blob with its own. */
export function encodePart(item: unknown, mediaType: string | undefined): string | Blob {
  const type = mediaType === undefined ? {} : { type: mediaType };
  if (item instanceof Blob) {
    return item.type === "" ? withType(item, type) : item;
  }
  if (item instanceof Uint8Array || item instanceof ArrayBuffer) {
    return new Blob([item instanceof Uint8Array ? copyBytes(item) : item], type);
  }
  if (mediaType === undefined || mediaType === "text/plain") {
    return textOfScalar(item);
  }
  return new Blob([isJson(mediaType) ? JSON.stringify(item) : textOfScalar(item)], type);
}

function withType(item: Blob, type: { readonly type?: string }): Blob {
  return item instanceof File ? new File([item], item.name, type) : new Blob([item], type);
}
