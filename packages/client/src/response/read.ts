import { findDescribed, isJson, isText } from "../media-type.ts";
import { labelOf, type Operation } from "../operation.ts";
import type { Result } from "../result.ts";
import { findByStatus } from "../status.ts";
import { errorOf, type Failing } from "../transport/failure.ts";
import { findRequestId } from "./request-id.ts";

/** A body as it came: whole, or its items still to come. */
export type ReceivedBody = string | Blob | AsyncIterable<unknown>;

interface ReadCall extends Failing {
  readonly operation: Operation;
}

/**
 * The body of a response, by the media type that came, whatever was asked for.
 *
 * Rejects with what the platform throws where the body breaks off.
 */
export function receiveBody(mediaType: string, response: Response): Promise<string | Blob> {
  return isJson(mediaType) || isText(mediaType) ? response.text() : response.blob();
}

/**
 * The result that a response and its body stand for, in the media type of {@link mediaTypeOf}. A failure whose body is not the JSON that it says is
 * one all the same, with the text.
 *
 * @throws ClientError `unreadable-body` when a success is not the JSON that it says
 */
export function readResult(
  call: ReadCall,
  response: Response,
  given: string,
  body: ReceivedBody,
): Result {
  const { status, ok, headers } = response;
  let mediaType = findDescribed(given, describedFor(call.operation, status)) ?? given;
  let value: unknown = body === "" || (body instanceof Blob && body.size === 0) ? undefined : body;
  if (typeof body === "string" && isJson(given)) {
    try {
      value = JSON.parse(body);
    } catch {
      if (!/\S/.test(body)) {
        value = undefined;
      } else if (ok) {
        // The parser's own message quotes the body, which may hold secrets: it is left out.
        const text = `the body of the ${status} response is not JSON, though it says so`;
        throw errorOf(call, "unreadable-body", text);
      } else {
        mediaType = "text/plain";
      }
    }
  }
  const about = {
    status,
    mediaType: value === undefined ? undefined : mediaType,
    response,
    operation: labelOf(call.operation),
    // Asked for by few, and looked for in many headers.
    get requestId() {
      return findRequestId(headers);
    },
  };
  return Object.assign(about, ok ? { ok, data: value } : { ok: false as const, error: value });
}

/** The media type of a response; without a Content-Type the description is the only one who knows. */
export function mediaTypeOf(operation: Operation, { headers, status }: Response): string {
  return headers.get("content-type") ?? describedFor(operation, status)[0] ?? "text/plain";
}

function describedFor({ responses = {} }: Operation, status: number): readonly string[] {
  return findByStatus(responses, status) ?? [];
}
