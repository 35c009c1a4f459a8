import type { Place } from "../profile/place.ts";
import {
  type Deviation,
  exchangeKey,
  type Family,
  type Profile,
  placeKey,
} from "../profile/profile.ts";
import { totalOf } from "../profile/type-counts.ts";

/** Of how many objects, values or exchanges a family's deviations were found: the `total` of its findings. */
export function totalOfFamily(profile: Profile, family: Family): number {
  const { subject, kind } = family;
  switch (kind) {
    case "undocumented-operation":
      return countOf(profile);
    case "undocumented-status":
    case "undocumented-parameter":
      return countOf(profile, subject.operation);
    case "undocumented-media-type":
    case "undocumented-header":
      return subject.status === null
        ? countOf(profile, subject.operation)
        : countOf(profile, subject.operation, subject.status);
    case "undocumented-field":
    case "missing-required":
      return findPlace(profile, family)?.types.object ?? 0;
    default:
      return totalOf(findPlace(profile, family)?.types ?? {});
  }
}

/** What was seen at the place of a family. */
export function findPlace(profile: Profile, { subject, location }: Family): Place | undefined {
  return profile.places.get(placeKey(subject, location));
}

/** Deviations in code unit order of their members, so that reports do not depend on the order of reading. */
export function sortedMembers(family: Family): readonly (readonly [string, Deviation])[] {
  return [...family.members].sort(([left], [right]) => (left < right ? -1 : 1));
}

function countOf(profile: Profile, ...parts: readonly string[]): number {
  return profile.exchangeCounts.get(exchangeKey(...parts)) ?? 0;
}
