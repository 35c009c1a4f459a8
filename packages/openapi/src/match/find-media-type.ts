import type { MediaType } from "../model/model.ts";

/**
 * The media type that describes a `Content-Type`: the most specific key that matches, so
 * `application/json` before its range before the range of all. Case and parameters are ignored, unless
 * two keys differ in parameters alone: then it is the one that states the most of those that were sent.
 * `application/problem+json` is not `application/json`; it is among `application/*+json`, as some write the
 * range of a structured syntax.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#media-type-object
 */
export function findMediaType(
  content: readonly MediaType[],
  contentType: string,
): MediaType | undefined {
  const essence = essenceOf(contentType);
  const parts = partsOf(contentType);
  const [type = ""] = essence.split("/", 1);
  return (
    findClosest(content, parts) ??
    content.find(({ mediaType }) => essenceOf(mediaType) === essence) ??
    content.find(({ mediaType }) => isSyntaxRange(essenceOf(mediaType), essence)) ??
    content.find(({ mediaType }) => essenceOf(mediaType) === `${type}/*`) ??
    content.find(({ mediaType }) => /^\*(?:\/\*)?$/.test(essenceOf(mediaType)))
  );
}

/** @see https://www.rfc-editor.org/rfc/rfc6839 */
function isSyntaxRange(key: string, essence: string): boolean {
  const [range = "", syntax] = key.split("*", 2);
  return syntax?.startsWith("+") === true && essence.startsWith(range) && essence.endsWith(syntax);
}

/** Of a field that was sent twice, and so joined by a comma, the first. */
function essenceOf(mediaType: string): string {
  return (mediaType.split(/[;,]/, 1)[0] ?? "").trim().toLowerCase();
}

/** The key whose type and parameters are all among these; of several the one that says most. */
function findClosest(
  content: readonly MediaType[],
  parts: readonly string[],
): MediaType | undefined {
  const fitting = content
    .map((media) => ({ media, own: partsOf(media.mediaType) }))
    .filter(({ own }) => own.every((part) => parts.includes(part)));
  const most = Math.max(...fitting.map(({ own }) => own.length));
  return fitting.find(({ own }) => own.length === most)?.media;
}

/**
 * The type, then the parameters. A value in quotes is the same without them; that of a character set or a
 * version is taken for the same in any case, as names are.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-media-type
 */
function partsOf(mediaType: string): readonly string[] {
  return mediaType
    .replaceAll('"', "")
    .split(";")
    .map((part) => part.trim().toLowerCase());
}
