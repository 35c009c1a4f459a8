import type { Encoding, MediaType, Operation } from "@truespec/openapi";
import { bodyKind, isJson } from "../media-type.ts";
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
function contentData({ mediaType, encodings }: MediaType): Code {
  const kind = bodyKind(mediaType);
  const hasHeaders = encodings.some(({ headers }) => headers.length > 0);
  const write = runtime(
    kind === "json" && mediaType.includes("*")
      ? "anyBody"
      : kind === "multipart" && hasHeaders
        ? "multipartWithHeaders"
        : `${kind}Body`,
  );
  if (kind !== "form" && kind !== "multipart") {
    return write;
  }
  const parts = encodings.flatMap((encoding): Member[] => {
    const { part } = encoding;
    const written = partData(encoding, kind);
    return part.kind === "named" && written !== undefined ? [[part.name, written]] : [];
  });
  return parts.length === 0
    ? write
    : object([
        ["write", write],
        ["parts", object(parts)],
      ]);
}

/**
 * How one member is written: a style goes before a media type (OpenAPI, Encoding Object). In a form only
 * JSON is another thing than text.
 */
function partData(
  { style, explode, allowReserved, contentType }: Encoding,
  kind: "form" | "multipart",
): Code | undefined {
  if (style !== undefined) {
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
  if (kind === "multipart") {
    return object([["contentType", data(contentType)]]);
  }
  return isJson(contentType) ? object([["write", runtime("jsonParameter")]]) : undefined;
}
