import { findDescribed, isJson, isText } from "../media-type.ts";
import type { Operation } from "../operation.ts";
import type { Result } from "../result.ts";
import { findByStatus } from "../status.ts";
import { findRequestId } from "./request-id.ts";

/** A body as it came; undefined where none did. */
export type ReceivedBody = string | Blob | AsyncIterable<unknown> | undefined;

/**
 * The body of a response, by the media type that came, whatever was asked for.
 *
 * Rejects with what the platform throws where the body breaks off.
 */
export async function receiveBody(operation: Operation, response: Response): Promise<ReceivedBody> {
  const mediaType = mediaTypeOf(operation, response);
  if (isJson(mediaType) || isText(mediaType)) {
    return (await response.text()) || undefined;
  }
  const blob = await response.blob();
  return blob.size === 0 ? undefined : blob;
}

/**
 * The result that a response and its body stand for. A failure whose body is not the JSON that it says is
 * one all the same, with the text.
 *
 * @throws SyntaxError when a success is not the JSON that it says
 */
export function readResult(operation: Operation, response: Response, body: ReceivedBody): Result {
  const { status, ok, headers } = response;
  const given = mediaTypeOf(operation, response);
  const described = findDescribed(given, describedFor(operation, status)) ?? given;
  const { value, isRead } = parse(body, given, ok);
  const about = {
    status,
    mediaType: value === undefined ? undefined : isRead ? described : "text/plain",
    response,
    // Asked for by few, and looked for in many headers.
    get requestId() {
      return findRequestId(headers);
    },
  };
  return ok
    ? Object.assign(about, { ok, data: value })
    : Object.assign(about, { ok: false as const, error: value });
}

/** The media type of a response; without a Content-Type the description is the only one who knows. */
export function mediaTypeOf(operation: Operation, { headers, status }: Response): string {
  return headers.get("content-type") ?? describedFor(operation, status)[0] ?? "text/plain";
}

function describedFor({ responses = {} }: Operation, status: number): readonly string[] {
  return findByStatus(responses, status) ?? [];
}

interface Parsed {
  readonly value: unknown;
  readonly isRead: boolean;
}

function parse(body: ReceivedBody, mediaType: string, ok: boolean): Parsed {
  if (typeof body !== "string" || !isJson(mediaType)) {
    return { value: body, isRead: true };
  }
  try {
    return { value: JSON.parse(body), isRead: true };
  } catch (error) {
    const isEmpty = body.trim() === "";
    if (ok && !isEmpty) {
      throw error;
    }
    // An answer that says JSON and holds nothing is an empty one.
    return { value: isEmpty ? undefined : body, isRead: false };
  }
}
