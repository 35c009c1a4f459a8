import type { JsonValue, ValidationError } from "@truespec/json-schema";
import type { BodyWalk } from "./body-walk.ts";
import type { Stand } from "./cell-book.ts";
import type { Sighting } from "./recorder.ts";

/** What one value violates: the errors at its own place. */
export interface Violations {
  readonly stand: Stand;
  readonly value: JsonValue;
  readonly errors: readonly ValidationError[];
}

/** The schema that a keyword stands in. */
export function ownerOf({ keywordLocation }: ValidationError): string {
  return keywordLocation.slice(0, keywordLocation.lastIndexOf("/"));
}

/** Where a sight of the walk stands. */
export function placeOf(
  { path }: BodyWalk,
  { cell }: Stand,
): Pick<Sighting, "subject" | "location" | "path"> {
  return { subject: cell.subject, location: cell.location, path };
}
