import { findMediaType, type MediaType, type RequestBody } from "@truespec/openapi";
import type { Subject } from "../profile/profile.ts";
import { findHeader } from "../read/headers.ts";
import { bareMediaType, isJsonMediaType } from "../read/media-type.ts";
import { observeContent } from "./content.ts";
import type { MatchedRequest } from "./matched-request.ts";
import { parseBody } from "./parse-body.ts";
import { recordSighting } from "./recorder.ts";

/** Writes down how the body of a request differs from its description. That a recording holds none does not show that none was sent. */
export function observeRequestBody(matched: MatchedRequest): void {
  const { recorder, match } = matched;
  const { request } = recorder.exchange;
  if (request.body.kind === "none") return;
  const { requestBody } = match.operation;
  const contentType = findHeader(request.headers, "content-type");
  const media = requestBody === undefined ? undefined : chooseMediaType(requestBody, contentType);
  if (media === undefined) {
    recordMediaType(matched, bareMediaType(contentType));
    return;
  }
  const subject = subjectOf(match.operation.label, media.mediaType);
  const content = { recorder, readers: matched.readers, subject, media, message: request };
  observeContent(content, "the body of the request");
}

function chooseMediaType(
  { content }: RequestBody,
  contentType: string | undefined,
): MediaType | undefined {
  if (contentType !== undefined) return findMediaType(content, contentType);
  return content.find((media) => isJsonMediaType(media.mediaType)) ?? content[0];
}

function recordMediaType({ recorder, match }: MatchedRequest, mediaType: string | undefined): void {
  if (mediaType === undefined) return;
  const { operation } = match;
  const parsed = parseBody(recorder.exchange.request);
  recordSighting(recorder, {
    kind: "undocumented-media-type",
    subject: subjectOf(operation.label, mediaType),
    location: "",
    schemaPointers: [operation.requestBody?.pointer ?? operation.pointer],
    ...(parsed.kind === "json" ? { example: parsed.value } : {}),
  });
}

function subjectOf(operation: string, mediaType: string): Subject {
  return { operation, direction: "request", status: null, mediaType };
}
