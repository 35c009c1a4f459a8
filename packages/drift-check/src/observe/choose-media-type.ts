import { findMediaType, type MediaType } from "@truespec/openapi";
import type { HeaderField } from "../read/exchange.ts";
import { findHeader } from "../read/headers.ts";
import { isJsonMediaType } from "../read/media-type.ts";

/** The media type that describes a body. One that does not tell its own is taken for JSON where that is described, else for the first. */
export function chooseMediaType(
  content: readonly MediaType[],
  headers: readonly HeaderField[],
): MediaType | undefined {
  const contentType = findHeader(headers, "content-type");
  if (contentType !== undefined) return findMediaType(content, contentType);
  return content.find((media) => isJsonMediaType(media.mediaType)) ?? content[0];
}
