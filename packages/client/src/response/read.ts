import { findDescribed, isJson, isText } from "../media-type.ts";
import type { Operation } from "../operation.ts";
import type { Result } from "../result.ts";
import { findByStatus } from "../status.ts";
import { errorOf, type Labelled } from "../transport/failure.ts";
import { findRequestId } from "./request-id.ts";

/** A body as it came; undefined where none did. */
export type ReceivedBody = string | Blob | AsyncIterable<unknown> | undefined;

/** A response with its whole body, or with its items still to come, and how many attempts it took. */
export interface Received {
  readonly response: Response;
  readonly body: ReceivedBody;
  readonly attempts: number;
}

interface ReadCall extends Labelled {
  readonly operation: Operation;
}

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
 * @throws ClientError `unreadable-body` when a success is not the JSON that it says
 */
export function readResult(call: ReadCall, { response, body, attempts }: Received): Result {
  const { operation } = call;
  const { status, ok, headers } = response;
  const given = mediaTypeOf(operation, response);
  const described = findDescribed(given, describedFor(operation, status)) ?? given;
  const json = typeof body === "string" && isJson(given) ? parse(body) : undefined;
  if (ok && json?.isBroken) {
    // The parser's own message quotes the body, which may hold secrets: it is left out.
    const text = `the body of the ${status} response is not JSON, though it says so`;
    throw errorOf(call, ["unreadable-body", text], { response, attempts });
  }
  const value = json === undefined ? body : json.value;
  const about = {
    status,
    mediaType: value === undefined ? undefined : json?.isBroken ? "text/plain" : described,
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
  readonly isBroken: boolean;
}

/** The text itself where it is no JSON; what holds nothing but white space is an empty answer. */
function parse(text: string): Parsed {
  try {
    return { value: JSON.parse(text), isBroken: false };
  } catch {
    const isEmpty = text.trim() === "";
    return { value: isEmpty ? undefined : text, isBroken: !isEmpty };
  }
}
