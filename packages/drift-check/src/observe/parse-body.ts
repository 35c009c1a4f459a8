import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { isJsonArray, isJsonObject } from "@truespec/json-schema/json";
import { findMediaType, type Operation, type Response } from "@truespec/openapi";
import { parseEvents, type SentEvent } from "../read/events.ts";
import type { Body, Exchange } from "../read/exchange.ts";
import { findHeader } from "../read/headers.ts";
import { parseJson } from "../read/json-text.ts";
import {
  isEventStream,
  isFormMediaType,
  isHtmlMediaType,
  isJsonItemsMediaType,
  isJsonMediaType,
  isMultipart,
} from "../read/media-type.ts";
import { parseMultipart } from "../read/multipart.ts";
import { decodeLoosely } from "../read/secrets.ts";
import { queryPairs } from "./query.ts";
import type { Form } from "./read-form.ts";

/** A body as its media type reads: `opaque` where that knows no JSON and no fields. */
export type ParsedBody =
  | { readonly kind: "json"; readonly value: JsonValue }
  /** JSON texts one after the other. */
  | { readonly kind: "items"; readonly values: readonly JsonValue[] }
  | { readonly kind: "events"; readonly events: readonly SentEvent[] }
  | { readonly kind: "form"; readonly form: Form }
  /** The parts of a multipart body that does not name them, each JSON or a text. */
  | { readonly kind: "parts"; readonly values: readonly JsonValue[] }
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
  const isRead = !["opaque", "truncated", "form", "parts"].includes(parsed.kind);
  const isFaulty = isRead && body.kind === "text" && body.fault !== undefined;
  return isFaulty ? { kind: "unreadable", message: body.fault } : parsed;
}

function parseAs(mediaType: string | undefined, body: Sent): ParsedBody {
  if (isJsonItemsMediaType(mediaType)) return parseItems(body);
  if (isEventStream(mediaType) && body.kind === "text") {
    return { kind: "events", events: parseEvents(body.text) };
  }
  if ((isFormMediaType(mediaType) || isMultipart(mediaType)) && body.kind === "json") {
    return isJsonObject(body.value) ? parsedForm(body.value) : { kind: "opaque" };
  }
  if (isFormMediaType(mediaType) && body.kind === "text") {
    const fields = queryPairs(`?${body.text}`);
    return { kind: "form", form: { fields, decode: decodeLoosely } };
  }
  if (isMultipart(mediaType) && body.kind === "text") return parseParts(body.text, mediaType);
  if (!isJsonMediaType(mediaType)) return { kind: "opaque" };
  if (body.kind === "json") return body;
  const parsed = parseJson(body.text);
  return parsed.kind === "value" ? { kind: "json", value: parsed.value } : parsed;
}

/** A server that records what it was sent has parsed the form already, each value in its own way. */
function parsedForm(value: JsonObject): ParsedBody {
  const fields = Object.entries(value).flatMap(([name, given]) =>
    (isJsonArray(given) ? given : [given]).map((one) => ({
      name,
      value: typeof one === "string" ? one : JSON.stringify(one),
    })),
  );
  return { kind: "form", form: { fields, decode: (one) => one } };
}

/** Parts that all have names are a form. */
function parseParts(text: string, contentType = ""): ParsedBody {
  const parts = parseMultipart(text, contentType);
  if (parts === undefined) return { kind: "opaque" };
  const fields = parts.flatMap(({ name, text: value, mediaType }) =>
    name === undefined ? [] : [{ name, value, mediaType }],
  );
  if (fields.length === parts.length) {
    return { kind: "form", form: { fields, decode: (one) => one } };
  }
  const values: JsonValue[] = [];
  for (const { mediaType, text: value } of parts) {
    const parsed = isJsonMediaType(mediaType) ? parseJson(value) : undefined;
    if (parsed !== undefined && parsed.kind !== "value") return parsed;
    values.push(parsed === undefined ? value : parsed.value);
  }
  return { kind: "parts", values };
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

/** Tells whether the answer is a web page that nobody declared, where the operation answers JSON. A redirect without one is none. */
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
  const isRedirect = answer.status >= 300 && answer.status < 400 && answer.body.kind === "none";
  if (!isPage || isRedirect) return false;
  const { response, operation } = match;
  if (response !== undefined && response.content.length > 0) {
    return isJsonDeclared(response) && findMediaType(response.content, "text/html") === undefined;
  }
  return operation.responses.some(isJsonDeclared);
}

function isJsonDeclared(response: Response): boolean {
  return response.content.some((media) => isJsonMediaType(media.mediaType));
}
