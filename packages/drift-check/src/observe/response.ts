import type { Operation, Response } from "@truespec/openapi";
import { mayHaveBody } from "../match/status.ts";
import type { Subject } from "../profile/profile.ts";
import type { Exchange } from "../read/exchange.ts";
import { findHeader } from "../read/headers.ts";
import { bareMediaType, isJsonMediaType } from "../read/media-type.ts";
import type { Readers } from "./body-walk.ts";
import { chooseMediaType } from "./choose-media-type.ts";
import { observeContent } from "./content.ts";
import { observeHeaders, observeHeaderValues } from "./headers.ts";
import { isUndeclaredPage, parseBody } from "./parse-body.ts";
import { countExchange, type Recorder, recordProblem, recordSighting } from "./recorder.ts";

/** A response with what the description says of it. */
export interface MatchedResponse {
  readonly recorder: Recorder;
  readonly readers: Readers;
  readonly match: { readonly operation: Operation; readonly response: Response | undefined };
}

/** Writes down how a response differs from its description: status, headers, media type, then the body. */
export function observeResponse(matched: MatchedResponse): void {
  const { recorder, match } = matched;
  const { exchange } = recorder;
  if (isUndeclaredPage(exchange, match)) {
    const message = `an HTML page (status ${exchange.response.status}) where JSON is due`;
    recordProblem(recorder, "html-page", message);
  } else if (isRefusal(exchange) && match.response === undefined) {
    const message = `status ${exchange.response.status}: the API refused our request; give a credential for it`;
    recordProblem(recorder, "auth-refused", message);
  } else {
    countExchange(recorder, match.operation.label);
    if (match.response !== undefined) observeDocumented(matched, match.operation, match.response);
    else if (exchange.response.status !== notModified) recordStatus(recorder, match.operation);
  }
}

/** Answers whoever holds a copy, and asked for news of it: HTTP's own (RFC 9110, 15.4.5), which descriptions leave out. */
const notModified = 304;

function isRefusal({ probed, response }: Exchange): boolean {
  return probed && (response.status === 401 || response.status === 403);
}

function recordStatus(recorder: Recorder, operation: Operation): void {
  const { exchange } = recorder;
  const parsed = parseBody(exchange.response);
  const mediaType = bareMediaType(findHeader(exchange.response.headers, "content-type"));
  recordSighting(recorder, {
    kind: "undocumented-status",
    subject: responseSubject(operation, String(exchange.response.status), mediaType ?? null),
    location: "",
    schemaPointers: [`${operation.pointer}/responses`],
    ...(parsed.kind === "json" ? { example: parsed.value } : {}),
  });
}

function observeDocumented(
  matched: MatchedResponse,
  operation: Operation,
  response: Response,
): void {
  const { recorder, readers } = matched;
  const { exchange } = recorder;
  countExchange(recorder, operation.label, response.status);
  const subject = responseSubject(operation, response.status, null);
  observeHeaders(recorder, subject, response);
  observeHeaderValues({ ...readers, recorder, subject, path: [] }, response);
  if (!mayHaveBody(exchange.request.method, exchange.response.status)) return;
  if (exchange.response.body.kind === "none") {
    if (isJsonDue(exchange, response)) {
      recordProblem(recorder, "truncated", "there is no body where JSON is due");
    }
    return;
  }
  const media = chooseMediaType(response.content, exchange.response.headers);
  if (media === undefined) recordMediaType(recorder, operation, response);
  else {
    const content = {
      ...{ recorder, readers, media, message: exchange.response },
      subject: responseSubject(operation, response.status, media.mediaType),
    };
    observeContent(content, "the body");
  }
}

function recordMediaType(recorder: Recorder, operation: Operation, response: Response): void {
  const { exchange } = recorder;
  const contentType = findHeader(exchange.response.headers, "content-type");
  const mediaType = bareMediaType(contentType);
  if (mediaType === undefined) return;
  const parsed = parseBody(exchange.response);
  recordSighting(recorder, {
    kind: "undocumented-media-type",
    subject: responseSubject(operation, response.status, mediaType),
    location: "",
    schemaPointers: [response.pointer],
    ...(parsed.kind === "json" ? { example: parsed.value } : {}),
  });
}

function isJsonDue({ response }: Exchange, { content }: Response): boolean {
  const isOnlyJson = content.every((media) => isJsonMediaType(media.mediaType));
  return content.length > 0 && isOnlyJson && response.status < 300;
}

function responseSubject(
  operation: Operation,
  status: string | null,
  mediaType: string | null,
): Subject {
  return { operation: operation.label, direction: "response", status, mediaType };
}
