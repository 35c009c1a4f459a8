import type { JsonObject } from "@truespec/json-schema";
import { own } from "./pointer.ts";

const binaryMediaType = /^(application\/(octet-stream|pdf|zip|gzip)|(image|audio|video|font)\/)/i;

/**
 * Whether a schema describes bytes: `format: binary`, or a media type that is no text and has no
 * encoding. In JSON they are a text all the same.
 */
export function isBinary(schema: JsonObject): boolean {
  const mediaType = own(schema, "contentMediaType");
  return (
    own(schema, "format") === "binary" ||
    (typeof mediaType === "string" &&
      !Object.hasOwn(schema, "contentEncoding") &&
      binaryMediaType.test(mediaType))
  );
}
