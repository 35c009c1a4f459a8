import type { FindingKind } from "../finding-kind.ts";
import { keepProblems, maxFamilies, maxPlaces } from "../profile/draft.ts";
import { keepLeast } from "../profile/keep-least.ts";
import type { Bond } from "../profile/merge.ts";
import { familyKey, type Profile, placeKey, type Subject } from "../profile/profile.ts";
import type { CollectionProblem } from "../read/exchange.ts";
import { createFamilyTally, type FamilyTally, finishFamily } from "./family-tally.ts";
import { createPlaceTally, finishPlace, type PlaceTally } from "./place-tally.ts";

/** What observing counts up in place: a profile that still grows, by one exchange after the other. */
export interface ProfileTally {
  /** How many exchanges were begun: the number of the one that is read. */
  exchanges: number;
  matched: number;
  problems: CollectionProblem[];
  readonly exchangeCounts: Map<string, number>;
  readonly places: Map<string, PlaceTally>;
  readonly families: Map<string, FamilyTally>;
  /** Places that the exchange at hand has shown. */
  placesShown: number;
  /** How often places or families were dropped: what points to some of them is out of date then. */
  droppings: number;
  truncated: boolean;
}

/** A tally of no exchange. */
export function createProfileTally(): ProfileTally {
  return {
    exchanges: 0,
    matched: 0,
    problems: [],
    exchangeCounts: new Map(),
    places: new Map(),
    families: new Map(),
    placesShown: 0,
    droppings: 0,
    truncated: false,
  };
}

/** Begins a further exchange, and drops what is beyond the limits. */
export function beginExchange(tally: ProfileTally): void {
  // Sorting is for now and then: a tally may grow to twice what is kept in the end.
  if (tally.places.size > 2 * maxPlaces) dropGreatest(tally, tally.places, maxPlaces);
  if (tally.families.size > 2 * maxFamilies) dropGreatest(tally, tally.families, maxFamilies);
  tally.exchanges += 1;
  tally.placesShown = 0;
}

/** The place at a location of a subject's messages. */
export function openPlace(tally: ProfileTally, subject: Subject, location: string): PlaceTally {
  const key = placeKey(subject, location);
  const place = tally.places.get(key) ?? createPlaceTally();
  tally.places.set(key, place);
  return place;
}

/** Notes that the exchange at hand shows a place. */
export function showPlace(tally: ProfileTally, place: PlaceTally): void {
  if (place.exchange === tally.exchanges) return;
  place.exchange = tally.exchanges;
  tally.placesShown += 1;
}

/** The family of a kind at a location of a subject's messages. */
export function openFamily(
  tally: ProfileTally,
  kind: FindingKind,
  subject: Subject,
  location: string,
): FamilyTally {
  const key = familyKey(kind, subject, location);
  const family = tally.families.get(key) ?? createFamilyTally(kind, subject, location);
  tally.families.set(key, family);
  return family;
}

/** Writes down a problem. */
export function addProblem(tally: ProfileTally, problem: CollectionProblem): void {
  tally.problems.push(problem);
  if (tally.problems.length > 10_000) tally.problems = keepProblems(tally.problems);
}

/** The tally as a profile, within the limits of profiles. */
export function finishProfile(tally: ProfileTally, { description, salt }: Bond): Profile {
  if (tally.places.size > maxPlaces) dropGreatest(tally, tally.places, maxPlaces);
  if (tally.families.size > maxFamilies) dropGreatest(tally, tally.families, maxFamilies);
  const { exchanges, matched, exchangeCounts, truncated } = tally;
  return {
    ...{ description, salt, exchanges, matched, exchangeCounts, truncated },
    problems: keepProblems(tally.problems),
    places: finishPlaces(tally.places),
    families: new Map([...tally.families].map(([key, family]) => [key, finishFamily(family)])),
  };
}

/** The places that were shown: some were only prepared for. */
function finishPlaces(places: ReadonlyMap<string, PlaceTally>): Profile["places"] {
  const shown = [...places].filter(([, place]) => place.exchange >= 0);
  return new Map(shown.map(([key, place]) => [key, finishPlace(place)]));
}

function dropGreatest(tally: ProfileTally, map: Map<string, unknown>, limit: number): void {
  keepLeast(map, limit);
  tally.truncated = true;
  tally.droppings += 1;
}
