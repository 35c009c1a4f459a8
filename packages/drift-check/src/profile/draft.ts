import type { FindingKind } from "../finding-kind.ts";
import type { CollectionProblem } from "../read/exchange.ts";
import { addDeviations, compareNaturally } from "./deviation.ts";
import { greatestKey, keepLeast } from "./keep-least.ts";
import { addPlaces, type Place } from "./place.ts";
import type { Deviation, Family, Profile } from "./profile.ts";

const maxProblems = 1_000;
/** The most places that a profile keeps. */
export const maxPlaces = 20_000;
/** The most families that a profile keeps. */
export const maxFamilies = 20_000;
/** The most members that a family keeps: the least in code unit order, so that any order of merging keeps the same ones. */
const maxMembers = 200;
/** Values are kept readable where they read as names: fewer of them. */
const maxValues = 50;

/** A family that still grows. */
export interface DraftFamily extends Family {
  readonly members: Map<string, Deviation>;
  n: number;
  truncated: boolean;
}

/** A profile that still grows. */
export interface DraftProfile {
  description: string;
  salt: string;
  exchanges: number;
  matched: number;
  problems: CollectionProblem[];
  readonly exchangeCounts: Map<string, number>;
  readonly places: Map<string, Place>;
  readonly families: Map<string, DraftFamily>;
  truncated: boolean;
}

/** A draft that remembers nothing yet. */
export function createDraft(description = "", salt = ""): DraftProfile {
  return {
    description,
    salt,
    exchanges: 0,
    matched: 0,
    problems: [],
    exchangeCounts: new Map(),
    places: new Map(),
    families: new Map(),
    truncated: false,
  };
}

/** Adds all that a profile remembers to a draft. */
export function addToDraft(draft: DraftProfile, profile: Profile): void {
  if (draft.description === "") draft.description = profile.description;
  if (draft.salt === "") draft.salt = profile.salt;
  draft.exchanges += profile.exchanges;
  draft.matched += profile.matched;
  draft.truncated ||= profile.truncated;
  if (profile.problems.length > 0) {
    draft.problems = keepProblems([...draft.problems, ...profile.problems]);
  }
  for (const [key, count] of profile.exchangeCounts) countUp(draft.exchangeCounts, key, count);
  for (const [key, place] of profile.places) addPlace(draft.places, key, place);
  for (const [key, family] of profile.families) addFamily(draft.families, key, family);
  // Sorting is for now and then: a draft may grow to twice what it keeps in the end.
  boundDraft(draft, 2);
}

/** The profile that a draft has become: bounded to what profiles keep. */
export function finishDraft(draft: DraftProfile): Profile {
  boundDraft(draft, 1);
  return draft;
}

function boundDraft(draft: DraftProfile, slack: number): void {
  const { places, families } = draft;
  if (places.size > maxPlaces * slack) draft.truncated = keepLeast(places, maxPlaces);
  if (families.size > maxFamilies * slack) draft.truncated = keepLeast(families, maxFamilies);
}

/** Raises a count. */
export function countUp(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Adds a member to a family, merging with what is known of it, and drops the greatest members beyond the limit. */
function addMember(family: DraftFamily, member: string, added: Deviation): void {
  const before = family.members.get(member);
  if (before === undefined && family.members.size >= mostMembers(family.kind)) {
    family.truncated = true;
    const greatest = greatestKey(family.members);
    if (member > greatest) return;
    family.members.delete(greatest);
  }
  family.members.set(member, before === undefined ? added : addDeviations(before, added));
}

function addFamily(families: Map<string, DraftFamily>, key: string, added: Family): void {
  const known = families.get(key);
  const family = known ?? { ...added, members: new Map(), n: 0, truncated: false };
  if (known === undefined) families.set(key, family);
  family.n += added.n;
  family.truncated ||= added.truncated;
  for (const [member, deviation] of added.members) addMember(family, member, deviation);
}

function addPlace(places: Map<string, Place>, key: string, added: Place): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, added);
  else places.set(key, addPlaces(known, added));
}

/** The most members that a family of a kind keeps. */
export function mostMembers(kind: FindingKind): number {
  return kind === "undocumented-enum-value" ? maxValues : maxMembers;
}

/** The problems that a profile keeps: the least by exchange, kind and message. */
export function keepProblems(problems: readonly CollectionProblem[]): CollectionProblem[] {
  return [...problems].sort(compareProblems).slice(0, maxProblems);
}

function compareProblems(left: CollectionProblem, right: CollectionProblem): number {
  return (
    Number(left.kind === "unmatched") - Number(right.kind === "unmatched") ||
    compareNaturally(left.exchange, right.exchange) ||
    compareNaturally(left.kind, right.kind) ||
    compareNaturally(left.message, right.message)
  );
}
