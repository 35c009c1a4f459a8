import { isJsonArray, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { decodeBody, readRecordedBody } from "./body.ts";
import { type Collected, problemItem } from "./collected.ts";
import type { ExchangeRequest, HeaderField } from "./exchange.ts";
import { findHeader, readHeaders } from "./headers.ts";
import { isExchangeRecord, messageOf, readStatus, readTime } from "./json-exchange.ts";
import { type JsonItem, splitItems } from "./json-items.ts";
import { parseJsonBytes } from "./json-text.ts";
import { maxBodyBytes } from "./limits.ts";
import { isFormMediaType } from "./media-type.ts";
import { redactUrl } from "./secrets.ts";

/** An HTTP archive, as far as everyone can rely on it. */
interface Har {
  readonly log: { readonly entries: readonly unknown[] };
}

/** Tells whether a parsed value is an HTTP archive. */
export function isHar(value: unknown): value is Har {
  return (
    isJsonObject(value) && isJsonObject(value["log"]) && Array.isArray(value["log"]["entries"])
  );
}

/** Reads a file beside the archive: Playwright keeps bodies there (`content: "attach"`), and names them in `_file`. */
export type ReadAttached = (name: string) => Promise<Uint8Array>;

/**
 * Reads the entries of an HTTP archive (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/) one at a time. Ids are
 * `name:entry`, from 1. An archive that stops early tells what it held so far, and that it stops.
 */
export async function* readHarStream(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  attached: ReadAttached,
): AsyncIterable<Collected> {
  let number = 0;
  for await (const item of splitItems(chunks, ["log", "entries"], maxBodyBytes)) {
    if (item.kind === "item") {
      number += 1;
      yield await readEntryText(item, `${name}:${number}`, attached);
    } else if (item.kind === "gap") {
      number += 1;
      yield problemItem(`${name}:${number}`, "unreadable", "the entry is empty: a comma too many");
    } else if (!item.isWhole && item.isFound) {
      yield problemItem(name, "truncated", "it is JSON that stops before its end");
    } else if (!item.isFound) {
      yield problemItem(name, "unreadable", "not an HTTP archive: it has no `log.entries`");
    }
  }
}

async function readEntryText(
  { bytes, tooLong }: EntryBytes,
  id: string,
  attached: ReadAttached,
): Promise<Collected> {
  if (tooLong) return problemItem(id, "unreadable", "the entry is too long to be read");
  const parsed = parseJsonBytes(bytes);
  if (parsed.kind === "value") return readEntry(parsed.value, id, attached);
  return problemItem(id, parsed.kind, `the entry is ${parsed.message}`);
}

type EntryBytes = Extract<JsonItem, { readonly kind: "item" }>;

/** Reads the entries of an HTTP archive that is parsed already. */
export async function* readHar(
  { log }: Har,
  name: string,
  attached: ReadAttached,
): AsyncIterable<Collected> {
  for (const [index, entry] of log.entries.entries()) {
    yield await readEntry(entry, `${name}:${index + 1}`, attached);
  }
}

async function readEntry(entry: unknown, id: string, attached: ReadAttached): Promise<Collected> {
  if (!isExchangeRecord(entry)) {
    return problemItem(id, "unreadable", "the entry needs `request` and `response`");
  }
  const { request, response } = entry;
  try {
    const asked = {
      method: String(request["method"] ?? "GET").toUpperCase(),
      url: redactUrl(String(request["url"] ?? "")),
      ...(await readMessage(request["headers"], request["postData"], attached)),
    };
    const status = readStatus(response["status"]);
    if (status === undefined) return unanswered(id, asked, response);
    const answer = await readMessage(response["headers"], response["content"], attached);
    const exchange = {
      ...{ id, time: readTime(entry["startedDateTime"]), operation: undefined, probed: false },
      ...{ request: asked, response: { status, ...answer } },
    };
    return { kind: "exchange", exchange };
  } catch (error) {
    return problemItem(id, "unreadable", `the body cannot be decoded: ${messageOf(error)}`);
  }
}

/** Browsers write status 0, Playwright -1, and why beside it. */
function unanswered(id: string, request: ExchangeRequest, response: JsonObject): Collected {
  const told = response["_error"] ?? response["_failureText"];
  const why = typeof told === "string" && told !== "" ? told.slice(0, 100) : "it has no status";
  const message = `the request got no answer: ${why}`;
  return problemItem(id, "unreadable", message, request);
}

/** The headers of a message and its body, which `postData` and `content` hold alike. */
async function readMessage(
  rawHeaders: unknown,
  raw: unknown,
  attached: ReadAttached,
): Promise<Pick<ExchangeRequest, "headers" | "body">> {
  const content = isJsonObject(raw) ? raw : {};
  const headers = withMediaType(readHeaders(rawHeaders), content["mimeType"]);
  const { text, encoding, _file: file } = content;
  if (text === undefined && typeof file === "string" && /^\w[\w.-]*$/.test(file)) {
    return { headers, body: decodeBody(await attached(file), headers) };
  }
  const recorded = text ?? writeForm(content["params"], headers);
  return { headers, body: readRecordedBody(recorded, encoding, headers) };
}

/** What `params` hold of a form is in no `text` (HAR 1.2, `postData`). */
function writeForm(params: unknown, headers: readonly HeaderField[]): string | undefined {
  if (!isJsonArray(params) || !isFormMediaType(findHeader(headers, "content-type")))
    return undefined;
  return params
    .map((param) => {
      const { name, value } = isJsonObject(param) ? param : {};
      return [name, value].map((one) => encodeURIComponent(String(one ?? ""))).join("=");
    })
    .join("&");
}

/** Browsers tell the media type of a cached answer in `content.mimeType` alone. */
function withMediaType(headers: readonly HeaderField[], mimeType: unknown): readonly HeaderField[] {
  const isKnown = headers.some((field) => field.name === "content-type");
  if (isKnown || typeof mimeType !== "string" || mimeType === "") return headers;
  return [...headers, { name: "content-type", value: mimeType }];
}
