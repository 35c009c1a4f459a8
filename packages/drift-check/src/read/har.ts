import { isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { readRecordedBody, textBody } from "./body.ts";
import { type Collected, problemItem } from "./collected.ts";
import type { Exchange } from "./exchange.ts";
import { readHeaders } from "./headers.ts";
import { messageOf, readStatus, readTime } from "./json-exchange.ts";
import { type JsonItem, splitItems } from "./json-items.ts";
import { parseJson } from "./json-text.ts";
import { maxBodyBytes } from "./limits.ts";
import { redactUrl } from "./secrets.ts";

/** Tells whether a parsed value is an HTTP archive. */
export function isHar(value: unknown): boolean {
  return (
    isJsonObject(value) && isJsonObject(value["log"]) && Array.isArray(value["log"]["entries"])
  );
}

/**
 * Reads the entries of an HTTP archive (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/) one at a time. Ids are
 * `name:entry`, from 1. An archive that stops early tells what it held so far, and that it stops.
 */
export async function* readHarStream(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncIterable<Collected> {
  let number = 0;
  for await (const item of splitItems(chunks, ["log", "entries"], maxBodyBytes)) {
    if (item.kind === "item") {
      number += 1;
      yield readEntryText(item, `${name}:${number}`);
    } else if (item.kind === "gap") {
      number += 1;
      yield problemItem(`${name}:${number}`, "unreadable", "the entry is empty: a comma too many");
    } else if (!item.isWhole && item.isFound) {
      yield problemItem(name, "truncated", "it is JSON that stops before its end");
    } else if (!item.isFound) yield notAnArchive(name);
  }
}

function readEntryText({ bytes, tooLong }: EntryBytes, id: string): Collected {
  if (tooLong) return problemItem(id, "unreadable", "the entry is too long to be read");
  const parsed = parseJson(new TextDecoder().decode(bytes));
  if (parsed.kind === "value") return readEntry(parsed.value, id);
  return problemItem(id, parsed.kind, `the entry is ${parsed.message}`);
}

type EntryBytes = Extract<JsonItem, { readonly kind: "item" }>;

function notAnArchive(name: string): Collected {
  return problemItem(name, "unreadable", "not an HTTP archive: it has no `log.entries`");
}

/** Reads the entries of an HTTP archive that is parsed already. */
export function* readHar(archive: unknown, name: string): Iterable<Collected> {
  const log = isJsonObject(archive) ? archive["log"] : undefined;
  const entries = isJsonObject(log) && Array.isArray(log["entries"]) ? log["entries"] : undefined;
  if (entries === undefined) {
    yield notAnArchive(name);
    return;
  }
  for (const [index, entry] of entries.entries()) yield readEntry(entry, `${name}:${index + 1}`);
}

function readEntry(entry: unknown, id: string): Collected {
  const request = isJsonObject(entry) ? entry["request"] : undefined;
  const response = isJsonObject(entry) ? entry["response"] : undefined;
  if (!isJsonObject(entry) || !isJsonObject(request) || !isJsonObject(response)) {
    return problemItem(id, "unreadable", "the entry needs `request` and `response`");
  }
  const status = readStatus(response["status"]);
  if (status === undefined) {
    return problemItem(id, "unreadable", "the request got no answer: its status is no HTTP status");
  }
  const headers = readHeaders(response["headers"]);
  const content = isJsonObject(response["content"]) ? response["content"] : {};
  try {
    const body = readRecordedBody(content["text"], content["encoding"], headers);
    return {
      kind: "exchange",
      exchange: {
        id,
        time: readTime(entry["startedDateTime"]),
        request: {
          method: String(request["method"] ?? "GET").toUpperCase(),
          url: redactUrl(String(request["url"] ?? "")),
          ...readSent(request),
        },
        response: { status, headers: withMediaType(headers, content["mimeType"]), body },
        operation: undefined,
        probed: false,
      },
    };
  } catch (error) {
    return problemItem(id, "unreadable", `the body cannot be decoded: ${messageOf(error)}`);
  }
}

/** The headers of a request and its body, which `postData` holds as a text. */
function readSent(request: JsonObject): Pick<Exchange["request"], "headers" | "body"> {
  const headers = readHeaders(request["headers"]);
  const posted = isJsonObject(request["postData"]) ? request["postData"] : {};
  const text = posted["text"];
  return {
    headers: withMediaType(headers, posted["mimeType"]),
    body: typeof text === "string" ? textBody(text) : { kind: "none" },
  };
}

/** Browsers tell the media type of a cached answer in `content.mimeType` alone. */
function withMediaType(
  headers: ReturnType<typeof readHeaders>,
  mimeType: unknown,
): ReturnType<typeof readHeaders> {
  const isKnown = headers.some((field) => field.name === "content-type");
  if (isKnown || typeof mimeType !== "string" || mimeType === "") return headers;
  return [...headers, { name: "content-type", value: mimeType }];
}
