import type { JsonValue } from "@truespec/json-schema";
import { findMediaType, type Operation, type Response } from "@truespec/openapi";
import type { Exchange } from "../read/exchange.ts";
import { findHeader } from "../read/headers.ts";
import { parseJson } from "../read/json-text.ts";
import { isHtmlMediaType, isJsonMediaType } from "../read/media-type.ts";

/** A body as its media type reads: `opaque` where that is not JSON. */
export type ParsedBody =
  | { readonly kind: "json"; readonly value: JsonValue }
  | { readonly kind: "opaque" }
  | { readonly kind: "truncated" | "unreadable"; readonly message: string };

/**
 * Reads the body of a request or response by its media type.
 *
 * @param described the media type to assume where the message does not tell its own
 */
export function parseBody(
  { headers, body }: Pick<Exchange["response"], "headers" | "body">,
  described?: string,
): ParsedBody {
  const mediaType = findHeader(headers, "content-type") ?? described;
  if (body.kind === "none" || !isJsonMediaType(mediaType)) return { kind: "opaque" };
  if (body.kind === "json") return body;
  const parsed = parseJson(body.text);
  return parsed.kind === "value" ? { kind: "json", value: parsed.value } : parsed;
}

/** Tells whether the answer is a web page that nobody declared, where the operation answers JSON. */
export function isUndeclaredPage(
  { response: answer }: Exchange,
  match: { readonly operation: Operation; readonly response: Response | undefined },
): boolean {
  const contentType = findHeader(answer.headers, "content-type");
  const isPage =
    isHtmlMediaType(contentType) ||
    (isJsonMediaType(contentType) &&
      answer.body.kind === "text" &&
      /^\s*<(!doctype\s+html|html)[\s>]/i.test(answer.body.text.slice(0, 1_000)));
  if (!isPage) return false;
  const { response, operation } = match;
  if (response !== undefined && response.content.length > 0) {
    return isJsonDeclared(response) && findMediaType(response.content, "text/html") === undefined;
  }
  return operation.responses.some(isJsonDeclared);
}

function isJsonDeclared(response: Response): boolean {
  return response.content.some((media) => isJsonMediaType(media.mediaType));
}
