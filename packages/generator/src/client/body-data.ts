import type { Encoding, MediaType, Operation } from "@truespec/openapi";
import { type BodyKind, bodyKind, isJson } from "../media-type.ts";
import { type Code, data, type Member, object, runtime } from "./code.ts";
import { orderBodies } from "./input.ts";

/** The request body of an operation as the runtime reads it: what writes it, by media type. */
export function bodyData(
  operation: Operation,
  write: "writeBody" | "writeDatedBody",
): Code | undefined {
  const content = orderBodies(operation).map(
    (media) => [media.mediaType, contentData(media)] as const,
  );
  return content.length === 0
    ? undefined
    : object([
        ["write", runtime(write)],
        ["content", object(content)],
      ]);
}

/** The function that writes a media type; with it how members are written that are not as by default. */
function contentData(media: MediaType): Code {
  const kind = bodyKind(media.mediaType);
  const write = runtime(writerOf(media, kind));
  if (kind === "json" || kind === "text" || kind === "binary") {
    return write;
  }
  const parts = media.encodings.flatMap((encoding) => placeData(encoding, kind));
  return parts.length === 0
    ? write
    : object([
        ["write", write],
        ["parts", object(parts)],
      ]);
}

function writerOf({ mediaType, encodings }: MediaType, kind: BodyKind): string {
  const isRange = mediaType.includes("*");
  if (kind === "json" && isRange) {
    return "anyBody";
  }
  // Parts that have a place may be given in an array, also those of a form.
  if (kind === "multipart" && (isRange || encodings.some(({ part }) => part.kind !== "named"))) {
    return "anyMultipart";
  }
  const hasHeaders = encodings.some(({ headers }) => headers.length > 0);
  return kind === "multipart" && hasHeaders ? "multipartWithHeaders" : `${kind}Body`;
}

type PartsKind = Extract<BodyKind, "form" | "multipart" | "mixed">;

/** How a part is written, by its name, or by its position, of which one that says nothing takes it from `items`. */
function placeData(encoding: Encoding, kind: PartsKind): readonly Member[] {
  const written = partData(encoding, kind);
  const { part } = encoding;
  switch (part.kind) {
    case "named":
      return written === undefined ? [] : [[part.name, written]];
    case "prefix":
      return kind === "form" ? [] : [[String(part.index), written ?? object([])]];
    case "items":
      return kind === "form" || written === undefined ? [] : [["items", written]];
  }
}

/**
 * How one member is written: in forms a style goes before a media type, elsewhere it says nothing (OpenAPI,
 * Encoding Object). In a form of pairs only JSON is another thing than text.
 */
function partData(
  { style, explode, allowReserved, contentType }: Encoding,
  kind: PartsKind,
): Code | undefined {
  if (style !== undefined && kind !== "mixed") {
    return object([
      ["write", runtime(style === "deepObject" ? "deepObject" : "styledQuery")],
      ["style", style === "form" ? undefined : data(style)],
      ["explode", explode === (style === "form") ? undefined : data(explode ?? false)],
      ["allowReserved", allowReserved ? data(true) : undefined],
    ]);
  }
  if (contentType === undefined) {
    return undefined;
  }
  if (kind !== "form") {
    return object([["contentType", data(contentType)]]);
  }
  return isJson(contentType) ? object([["write", runtime("jsonParameter")]]) : undefined;
}
