import type { JsonValue } from "@truespec/json-schema";
import { findMediaType, type Operation, type Response } from "@truespec/openapi";
import { parseEvents, type SentEvent } from "../read/events.ts";
import type { Body, Exchange } from "../read/exchange.ts";
import { findHeader } from "../read/headers.ts";
import { parseJson } from "../read/json-text.ts";
import {
  isEventStream,
  isHtmlMediaType,
  isJsonItemsMediaType,
  isJsonMediaType,
} from "../read/media-type.ts";

/** A body as its media type reads: `opaque` where that knows no JSON. */
export type ParsedBody =
  | { readonly kind: "json"; readonly value: JsonValue }
  /** JSON texts one after the other. */
  | { readonly kind: "items"; readonly values: readonly JsonValue[] }
  | { readonly kind: "events"; readonly events: readonly SentEvent[] }
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
  if (body.kind === "none") return { kind: "opaque" };
  const parsed = parseAs(findHeader(headers, "content-type") ?? described, body);
  const isRead = parsed.kind !== "opaque" && parsed.kind !== "truncated";
  const isFaulty = isRead && body.kind === "text" && body.fault !== undefined;
  return isFaulty ? { kind: "unreadable", message: body.fault } : parsed;
}

function parseAs(mediaType: string | undefined, body: Sent): ParsedBody {
  if (isJsonItemsMediaType(mediaType)) return parseItems(body);
  if (isEventStream(mediaType) && body.kind === "text") {
    return { kind: "events", events: parseEvents(body.text) };
  }
  if (!isJsonMediaType(mediaType)) return { kind: "opaque" };
  if (body.kind === "json") return body;
  const parsed = parseJson(body.text);
  return parsed.kind === "value" ? { kind: "json", value: parsed.value } : parsed;
}

type Sent = Exclude<Body, { readonly kind: "none" }>;

function parseItems(body: Sent): ParsedBody {
  if (body.kind === "json") {
    return { kind: "items", values: Array.isArray(body.value) ? body.value : [body.value] };
  }
  const separator = body.text.includes("\u001E") ? "\u001E" : /\r\n|\n|\r/;
  const texts = body.text.split(separator).filter((text) => text.trim() !== "");
  const values: JsonValue[] = [];
  for (const text of texts) {
    const parsed = parseJson(text);
    if (parsed.kind !== "value") return parsed;
    values.push(parsed.value);
  }
  return { kind: "items", values };
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
