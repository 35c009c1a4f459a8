import { bodyKindOf, findDescribed } from "../media-type.ts";
import type { Operation } from "../operation.ts";
import type { Result } from "../result.ts";
import { findByStatus } from "../status.ts";
import { findRequestId } from "./request-id.ts";

/** A body as it came; undefined where none did. */
export type ReceivedBody = string | Blob | undefined;

/**
 * The body of a response, by the media type that came, whatever was asked for.
 *
 * Rejects with what the platform throws where the body breaks off.
 */
export async function receiveBody(operation: Operation, response: Response): Promise<ReceivedBody> {
  if (response.body === null || response.status === 204 || operation.method === "HEAD") {
    return undefined;
  }
  const kind = bodyKindOf(mediaTypeOf(operation, response));
  if (kind === "binary" || kind === "multipart") {
    const blob = await response.blob();
    return blob.size === 0 ? undefined : blob;
  }
  const text = await response.text();
  return text === "" ? undefined : text;
}

/**
 * The result that a response and its body stand for. A failure whose body is not the JSON that it says is
 * one all the same, with the text.
 *
 * @throws SyntaxError when a success is not the JSON that it says
 */
export function readResult(operation: Operation, response: Response, body: ReceivedBody): Result {
  const { status } = response;
  const given = mediaTypeOf(operation, response);
  const { value, isParsed } = parse(given, body, response.ok);
  const described = findByStatus(operation.responses ?? {}, status) ?? [];
  const named = isParsed ? (findDescribed(given, described) ?? given) : "text/plain";
  const about = {
    status,
    mediaType: value === undefined ? undefined : named,
    requestId: findRequestId(response.headers),
    response,
  };
  return response.ok ? { ok: true, ...about, data: value } : { ok: false, ...about, error: value };
}

/** The media type of a response; without a Content-Type the description is the only one who knows. */
export function mediaTypeOf(operation: Operation, response: Response): string {
  const described = findByStatus(operation.responses ?? {}, response.status) ?? [];
  return response.headers.get("content-type") ?? described[0] ?? "text/plain";
}

interface Parsed {
  readonly value: unknown;
  readonly isParsed: boolean;
}

function parse(mediaType: string, body: ReceivedBody, ok: boolean): Parsed {
  if (typeof body !== "string" || bodyKindOf(mediaType) !== "json") {
    return { value: body, isParsed: true };
  }
  try {
    return { value: parseJson(body), isParsed: true };
  } catch (error) {
    if (ok) {
      throw error;
    }
    return { value: body, isParsed: false };
  }
}

/** An answer that says JSON and holds nothing is an empty one. */
function parseJson(text: string): unknown {
  const trimmed = text.replace(/^\uFEFF/, "");
  return trimmed.trim() === "" ? undefined : JSON.parse(trimmed);
}
