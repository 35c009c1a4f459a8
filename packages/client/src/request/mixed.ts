import { isJson } from "../media-type.ts";
import { findOwn } from "../own.ts";
import type { PartEncoding, Parts, PreparedBody } from "./body.ts";
import { delimit, dispositionOf, type WrittenPart } from "./delimited.ts";
import { isRecord, presentEntries } from "./encode.ts";
import { InvalidInput } from "./invalid-input.ts";
import { encodePart, isStructure, listMediaTypes } from "./multipart.ts";
import { multipartWithHeaders, openPart } from "./part-headers.ts";

/**
 * `multipart/mixed`, and every multipart media type that is no form: a part for each item of an array, in
 * order, or for each member of an object, which `Content-Disposition` names. Each has a `Content-Type`:
 * what its headers say, or a Blob, or the description, or else OpenAPI's default for such a value. Of
 * `multipart/related` the root is the first part. Throws InvalidInput for a body without parts, and for an
 * object where a part is not JSON, for a part of a form without a name; TypeError for what is no header.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1
 * @see https://spec.openapis.org/oas/v3.2.0.html#encoding-by-position
 */
export function mixedBody(value: unknown, mediaType: string, parts: Parts = {}): PreparedBody {
  const written = listParts(value, parts).map((item) => writePart(item, mediaType));
  const [root] = written;
  if (root === undefined) {
    throw new InvalidInput(
      `a body of ${mediaType} is an array of parts, or an object with a member for each; it has one at least`,
    );
  }
  return delimit(written, describe(mediaType, root));
}

/**
 * A range of multipart media types, or a form whose parts may have an order: a form, unless the caller
 * chooses another media type or gives an array, each part of which says its name then in a header.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#additional-encoding-approaches
 */
export function anyMultipart(value: unknown, mediaType: string, parts: Parts = {}): PreparedBody {
  const isRange = mediaType.includes("*");
  return !Array.isArray(value) && (isRange || isForm(mediaType))
    ? multipartWithHeaders(value, mediaType, parts)
    : mixedBody(value, isRange ? "multipart/mixed" : mediaType, parts);
}

function isForm(mediaType: string): boolean {
  return /^\s*multipart\/form-data\s*(;|$)/i.test(mediaType);
}

/** What becomes a part, and how the description has it written. */
interface Item {
  readonly place: string;
  /** Undefined in an array. */
  readonly name?: string;
  readonly value: unknown;
  readonly encoding: PartEncoding | undefined;
}

function listParts(body: unknown, parts: Parts): readonly Item[] {
  if (Array.isArray(body)) {
    return body.map((value: unknown, index): Item => {
      const place = String(index);
      const encoding = findOwn(parts, place) ?? findOwn(parts, "items");
      return { place, value, encoding };
    });
  }
  if (!isRecord(body) || ArrayBuffer.isView(body)) {
    return [];
  }
  return presentEntries(body).flatMap(([name, member]) =>
    [member].flat().map((value): Item => {
      return { place: JSON.stringify(name), name, value, encoding: findOwn(parts, name) };
    }),
  );
}

function writePart(item: Item, mediaType: string): WrittenPart {
  const { place, name, encoding } = item;
  const [value, headers] = openPart(item.value);
  const content = encoding?.part?.(value, headers, encoding);
  const type = headers.get("content-type") ?? chooseType(value, encoding?.contentType);
  const isWritten = content !== undefined || !isStructure(value) || isJson(type);
  if (value === undefined || !isWritten) {
    throw new InvalidInput(
      `the part ${place} is not written as ${type}: give it as a Blob or text`,
    );
  }
  headers.set("content-type", type);
  const isNamed = headers.has("content-disposition");
  if (isForm(mediaType) && name === undefined && !isNamed) {
    throw new InvalidInput(`the part ${place} has no name: give it a Content-Disposition header`);
  }
  // Not among the headers, which hold no other letters than Latin ones.
  const disposition = name === undefined || isNamed ? [] : [dispositionOf(name, value)];
  return {
    headers: [...disposition.map((one) => ["content-disposition", one] as const), ...headers],
    content: content ?? encodePart(value, type),
  };
}

/** @see https://spec.openapis.org/oas/v3.2.0.html#common-fixed-fields-0 */
function chooseType(value: unknown, described: string | undefined): string {
  const types = listMediaTypes(described);
  if (value instanceof Blob && value.type !== "") {
    return value.type;
  }
  if (isStructure(value)) {
    return types.find(isJson) ?? types[0] ?? "application/json";
  }
  const isText = typeof value !== "object" || value instanceof Date;
  return types[0] ?? (isText ? "text/plain" : "application/octet-stream");
}

/** The media type without a boundary of its own; a related one says what its root is (RFC 2387, section 3.1). */
function describe(mediaType: string, root: WrittenPart): string {
  const named = mediaType.replace(/;\s*boundary\s*=\s*("[^"]*"|[^;]*)/gi, "");
  const isTold = !/^\s*multipart\/related\s*(;|$)/i.test(named) || /;\s*type\s*=/i.test(named);
  const [, type = ""] = root.headers.find(([name]) => name === "content-type") ?? [];
  const quoted = type.replace(/;.*/, "").replace(/["\\]/g, "\\$&");
  return isTold ? named : `${named}; type="${quoted}"`;
}
