import type { Subject } from "../profile/profile.ts";
import { findHeader } from "../read/headers.ts";
import { bareMediaType } from "../read/media-type.ts";
import { chooseMediaType } from "./choose-media-type.ts";
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
  const media = chooseMediaType(requestBody?.content ?? [], request.headers);
  if (media === undefined) {
    recordMediaType(matched, bareMediaType(findHeader(request.headers, "content-type")));
    return;
  }
  const subject = subjectOf(match.operation.label, media.mediaType);
  const content = { recorder, readers: matched.readers, subject, media, message: request };
  observeContent(content, "the body of the request");
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
