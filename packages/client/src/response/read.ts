import { ClientError } from "../error.ts";
import { bodyKindOf, findDescribed } from "../media-type.ts";
import { labelOf, type Operation } from "../operation.ts";
import type { Result } from "../result.ts";
import { failedTransport, isInterrupted } from "../transport/failure.ts";

/**
 * The result that a response stands for: its body read by the media type that came, whatever was asked for.
 *
 * @throws ClientError `unreadable-body` when the body breaks off or is not of its media type
 */
export async function readResult(operation: Operation, response: Response): Promise<Result> {
  const { status } = response;
  const described = findDescribedTypes(operation, status);
  // Without a Content-Type the description is the only one who knows.
  const given = response.headers.get("content-type") ?? described[0] ?? "text/plain";
  const value = await readBody(operation, response, given);
  const mediaType = value === undefined ? undefined : (findDescribed(given, described) ?? given);
  return response.ok
    ? { ok: true, status, mediaType, data: value, response }
    : { ok: false, status, mediaType, error: value, response };
}

/** The media types that the description gives for a status: its own, its range's, the default's. */
function findDescribedTypes(operation: Operation, status: number): readonly string[] {
  const responses = operation.responses ?? {};
  const keys = [
    String(status),
    `${Math.floor(status / 100)}XX`,
    `${Math.floor(status / 100)}xx`,
    "default",
  ];
  const key = keys.find((one) => Object.hasOwn(responses, one));
  return key === undefined ? [] : (responses[key] ?? []);
}

async function readBody(
  operation: Operation,
  response: Response,
  mediaType: string,
): Promise<unknown> {
  if (response.body === null || response.status === 204 || operation.method === "HEAD") {
    return undefined;
  }
  try {
    return await readAs(mediaType, response);
  } catch (cause) {
    throw unreadable(operation, response, cause);
  }
}

async function readAs(mediaType: string, response: Response): Promise<unknown> {
  switch (bodyKindOf(mediaType)) {
    case "json":
      return parseJson(await response.text());
    case "form":
    case "text": {
      const text = await response.text();
      return text === "" ? undefined : text;
    }
    case "multipart":
    case "binary": {
      const blob = await response.blob();
      return blob.size === 0 ? undefined : blob;
    }
  }
}

/** An answer that says JSON and holds nothing is an empty one. */
function parseJson(text: string): unknown {
  const trimmed = text.replace(/^\uFEFF/, "");
  return trimmed.trim() === "" ? undefined : JSON.parse(trimmed);
}

/** The parser's own message quotes the body, which may hold secrets: it is left out. */
function unreadable(operation: Operation, response: Response, cause: unknown): ClientError {
  if (isInterrupted(cause)) {
    return failedTransport(operation, cause);
  }
  const isSyntax = cause instanceof SyntaxError;
  const what = isSyntax ? "is not JSON, though it says so" : "broke off";
  return new ClientError(
    "unreadable-body",
    `${labelOf(operation)}: the body of the ${response.status} response ${what}`,
    isSyntax ? { response } : { response, cause },
  );
}
