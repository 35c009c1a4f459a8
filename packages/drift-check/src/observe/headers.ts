import type { Response } from "@truespec/openapi";
import { matchesGlob } from "../match/glob.ts";
import type { Subject } from "../profile/profile.ts";
import { shownName } from "../read/secrets.ts";
import { isIgnoredHeader } from "./ignored-headers.ts";
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

function isPassedOver({ reportHeaders }: Recorder, name: string): boolean {
  const isWanted = reportHeaders.some((pattern) => matchesGlob(pattern.toLowerCase(), name));
  return !isWanted && isIgnoredHeader(name);
}
