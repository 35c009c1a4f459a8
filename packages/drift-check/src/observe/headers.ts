import type { Response } from "@truespec/openapi";
import { matchesGlob } from "../match/glob.ts";
import type { Subject } from "../profile/profile.ts";
import { findHeader } from "../read/headers.ts";
import { shownName } from "../read/secrets.ts";
import { countPlace } from "./body.ts";
import type { BodyWalk } from "./body-walk.ts";
import { isIgnoredHeader } from "./ignored-headers.ts";
import { fieldLocation } from "./location.ts";
import { observeParameter } from "./parameters.ts";
import { rawText } from "./raw-parameter.ts";
import { type Recorder, recordSighting } from "./recorder.ts";

const maxNameLength = 100;

/**
 * Writes down the response headers that are neither documented nor part of how HTTP itself is carried, unless the user
 * wants to hear of these.
 */
export function observeHeaders(recorder: Recorder, subject: Subject, response: Response): void {
  const documented = new Set(response.headers.map((header) => header.name.toLowerCase()));
  for (const { name } of recorder.exchange.response.headers) {
    if (documented.has(name) || name.length > maxNameLength || isPassedOver(recorder, name))
      continue;
    recordSighting(recorder, {
      kind: "undocumented-header",
      subject,
      location: "",
      member: shownName(name),
      schemaPointers: [response.pointer],
    });
  }
}

/** What carries a message is changed on its way, and by who records it. */
const carried: ReadonlySet<string> = new Set(
  "connection content-encoding content-length content-type date transfer-encoding".split(" "),
);

/**
 * Writes down documented headers that a response lacks, and values that do not fit their schemas. A recording without
 * headers does not show what was sent; who records nothing else still tells the media type.
 */
export function observeHeaderValues(walk: BodyWalk, response: Response): void {
  const { recorder, subject } = walk;
  const { headers } = recorder.exchange.response;
  const documented = response.headers.filter(({ name }) => !carried.has(name.toLowerCase()));
  if (documented.length === 0 || headers.every(({ name }) => carried.has(name))) return;
  countPlace(recorder.tally, { subject, location: fieldLocation("", "header") }, {});
  for (const header of documented) {
    const raw = rawText(findHeader(headers, header.name.toLowerCase()));
    observeParameter(walk, { ...header, in: "header", style: "simple" }, raw);
  }
}

function isPassedOver({ reportHeaders }: Recorder, name: string): boolean {
  const isWanted = reportHeaders.some((pattern) => matchesGlob(pattern.toLowerCase(), name));
  return !isWanted && isIgnoredHeader(name);
}
