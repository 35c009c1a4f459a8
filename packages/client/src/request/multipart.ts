import { isJson } from "../media-type.ts";
import { findOwn } from "../own.ts";
import { copyBytes, type Parts, type PreparedBody } from "./body.ts";
import { delimit, dispositionOf, type WrittenPart } from "./delimited.ts";
import { isRecord, presentEntries, textOfScalar } from "./encode.ts";
import { InvalidInput } from "./invalid-input.ts";
import { writePart } from "./part.ts";

/**
 * `multipart/form-data`: one part for each member, one for each item of an array. Its media type is a Blob's
 * own, or what the description says, or else OpenAPI's default: JSON for an object, none for a text, which
 * means `text/plain` (RFC 7578, section 4.4). Only bytes are files, which have a file name.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
export function multipartBody(value: unknown, mediaType: string, parts: Parts = {}): PreparedBody {
  if (value instanceof FormData) {
    return { body: value, contentType: undefined };
  }
  return delimitForm(
    itemsOf(value, parts).map((item) => writeFormPart(item)),
    mediaType,
  );
}

/** The parts of a form as a body; of a range of media types it is `multipart/form-data`. */
export function delimitForm(parts: readonly WrittenPart[], mediaType: string): PreparedBody {
  return delimit(
    parts,
    mediaType.includes("*") ? "multipart/form-data" : mediaType.replace(/;.*/, ""),
  );
}

/** What becomes a part: its name, its value and the media type that the description gives it. */
export type Item = readonly [name: string, value: unknown, mediaType?: string | undefined];

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

/** A part of a form, and what else its headers say. Lines of a text end as those of HTML's forms do. */
export function writeFormPart(
  [name, value, described]: Item,
  more: Iterable<readonly [name: string, value: string]> = [],
): WrittenPart {
  const content = encodePart(value, described);
  const type =
    content instanceof Blob
      ? content.type || described || "application/octet-stream"
      : (described ?? (isStructure(value) ? "application/json" : undefined));
  return {
    headers: [
      ["content-disposition", dispositionOf(name, content)],
      ...(type === undefined ? [] : [["content-type", type] as const]),
      ...more,
    ],
    content:
      typeof content === "string" && type === undefined
        ? content.replace(/\r\n|\r|\n/g, "\r\n")
        : content,
  };
}

/** What a part of a media type holds: bytes as they are, JSON, or text. */
export function encodePart(item: unknown, mediaType: string | undefined): string | Blob {
  if (item instanceof Blob) {
    return item;
  }
  if (item instanceof Uint8Array || item instanceof ArrayBuffer) {
    return new Blob([item instanceof Uint8Array ? copyBytes(item) : item]);
  }
  return mediaType !== undefined && isJson(mediaType) ? JSON.stringify(item) : textOfScalar(item);
}

/** Whether JSON alone can say a value: objects, arrays and null, not bytes and dates. */
export function isStructure(value: unknown): boolean {
  const plain = [Blob, ArrayBuffer, Uint8Array, Date];
  return typeof value === "object" && !plain.some((kind) => value instanceof kind);
}
