import { isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { readRecordedBody } from "./body.ts";
import { type ExchangeRecord, unwrapCassette } from "./cassette.ts";
import { type Collected, problemItem } from "./collected.ts";
import type { Exchange, ExchangeRequest, ExchangeResponse } from "./exchange.ts";
import { readHeaders } from "./headers.ts";
import { redactUrl } from "./secrets.ts";

/** Tells whether a parsed value has the outline of an exchange. */
export function isExchangeRecord(value: unknown): value is ExchangeRecord {
  return isJsonObject(value) && isJsonObject(value["request"]) && isJsonObject(value["response"]);
}

/** Reads one exchange record `{time, request, response}`; anything else is an `unreadable` problem. */
export function readExchangeRecord(value: unknown, id: string): Collected {
  if (!isExchangeRecord(value)) {
    return problemItem(id, "unreadable", "not an exchange: it needs `request` and `response`");
  }
  try {
    const record = unwrapCassette(value);
    const request = readRequest(record.request);
    const response = readResponse(record.response);
    if (typeof request === "string") return problemItem(id, "unreadable", request);
    if (typeof response === "string") return problemItem(id, "unreadable", response);
    return { kind: "exchange", exchange: exchangeOf(id, record["time"], request, response) };
  } catch (error) {
    return problemItem(id, "unreadable", `the body cannot be decoded: ${messageOf(error)}`);
  }
}

/** Reads a status in the shapes found in recordings: `200`, `"200"`, `{code: 200}`, `{status: 200}`. */
export function readStatus(raw: unknown): number | undefined {
  if (isJsonObject(raw)) return readStatus(raw["code"] ?? raw["status"] ?? raw["statusCode"]);
  const status = typeof raw === "string" && /^[0-9]{3}$/.test(raw) ? Number(raw) : raw;
  return typeof status === "number" && Number.isInteger(status) && status >= 100 && status <= 999
    ? status
    : undefined;
}

/**
 * A time as ISO 8601 in UTC, from a date text or from seconds or milliseconds since 1970, which lie far enough apart;
 * undefined when it is none. A text that names no zone is UTC, so that all machines read the same.
 */
export function readTime(raw: unknown): string | undefined {
  if (typeof raw !== "string" && typeof raw !== "number") return undefined;
  const number = typeof raw === "string" && /^\d{9,}(\.\d+)?$/.test(raw) ? Number(raw) : raw;
  const date =
    typeof number === "number"
      ? new Date(number < latestSecond ? number * 1_000 : number)
      : new Date(number.replace(/^(\d{4}-\d\d-\d\d)[ T]([\d:.]+)$/, "$1T$2Z"));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** In the year 5138; so many milliseconds had passed in 1973. */
const latestSecond = 100_000_000_000;

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function exchangeOf(
  id: string,
  time: unknown,
  request: ExchangeRequest,
  response: ExchangeResponse,
): Exchange {
  return { id, time: readTime(time), request, response, operation: undefined, probed: false };
}

function readRequest(raw: JsonObject): ExchangeRequest | string {
  const url = raw["url"] ?? raw["uri"];
  if (typeof url !== "string" || url === "") return "`request.url` is missing";
  const method = raw["method"] ?? "GET";
  if (typeof method !== "string") return "`request.method` is not a string";
  const headers = readHeaders(raw["headers"]);
  const body = readRecordedBody(raw["body"] ?? undefined, raw["bodyEncoding"], headers);
  return { method: method.toUpperCase(), url: redactUrl(url), headers, body };
}

function readResponse(raw: JsonObject): ExchangeResponse | string {
  const status = readStatus(raw["status"] ?? raw["statusCode"]);
  if (status === undefined) return "`response.status` is not an HTTP status";
  const headers = readHeaders(raw["headers"]);
  return { status, headers, body: readRecordedBody(raw["body"], raw["bodyEncoding"], headers) };
}
