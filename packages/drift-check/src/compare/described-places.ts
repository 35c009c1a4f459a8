import type { Description } from "@truespec/openapi";
import { fieldLocation } from "../observe/location.ts";
import type { Place } from "../profile/place.ts";
import { type Profile, placeKey, type Subject } from "../profile/profile.ts";
import { anyFieldsOf, type DescribedSchema, fieldsOf, unfold } from "./unfold.ts";

/** A place of response bodies that was looked at, and all schemas that may describe it. */
export interface DescribedPlace {
  readonly subject: Subject;
  readonly location: string;
  readonly place: Place;
  /** Pointers of the schemas that every value there has to meet. */
  readonly roots: readonly string[];
  /** Those, and all that stand in them and speak of the same value. */
  readonly schemas: readonly DescribedSchema[];
  /** Named fields of an object there, with the pointers of their schemas. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/**
 * The places of response bodies that a profile saw, beside what the description says of them: every branch of `allOf`,
 * `anyOf`, `oneOf` and of conditions counts. What was never reached is not walked, so that cycles end.
 */
export function* describedPlaces(
  description: Description,
  profile: Profile,
): Iterable<DescribedPlace> {
  for (const { label, responses } of description.operations) {
    for (const { status, content } of responses) {
      for (const { mediaType, schemaPointer } of content) {
        if (schemaPointer === undefined) continue;
        const subject: Subject = { operation: label, direction: "response", status, mediaType };
        yield* placesBelow({ description, profile, subject }, "", [schemaPointer]);
      }
    }
  }
}

interface Walk {
  readonly description: Description;
  readonly profile: Profile;
  readonly subject: Subject;
}

function* placesBelow(
  walk: Walk,
  location: string,
  pointers: readonly string[],
): Iterable<DescribedPlace> {
  const { description, profile, subject } = walk;
  const place = profile.places.get(placeKey(subject, location));
  if (place === undefined) return;
  const schemas = unfold(description.document, pointers);
  const fields = fieldsOf(schemas);
  yield { subject, location, place, roots: pointers, schemas, fields };
  for (const [name, below] of fields)
    yield* placesBelow(walk, fieldLocation(location, name), below);
  const anyBelow = anyFieldsOf(schemas);
  if (anyBelow.length > 0) yield* placesBelow(walk, fieldLocation(location, undefined), anyBelow);
}
