import type { FindingKind } from "../finding-kind.ts";
import { mostMembers } from "../profile/draft.ts";
import { greatestKey } from "../profile/keep-least.ts";
import type { Family, Subject } from "../profile/profile.ts";
import {
  createDeviationTally,
  type DeviationTally,
  type Evidence,
  finishDeviation,
} from "./deviation-tally.ts";

/** All deviations of one kind at one location, still growing. */
export interface FamilyTally {
  readonly kind: FindingKind;
  readonly subject: Subject;
  readonly location: string;
  readonly members: Map<string, DeviationTally>;
  n: number;
  truncated: boolean;
  /** The greatest of the members' names, where it is known. */
  greatest: string | undefined;
}

/** A tally of no member. */
export function createFamilyTally(
  kind: FindingKind,
  subject: Subject,
  location: string,
): FamilyTally {
  const counts = { n: 0, truncated: false, greatest: undefined };
  return { kind, subject, location, members: new Map(), ...counts };
}

/** The member of a name, new where it was not seen yet; undefined for one beyond those that are kept: the least. */
export function openMember(
  family: FamilyTally,
  name: string,
  evidence: Evidence,
): DeviationTally | undefined {
  const { members } = family;
  const known = members.get(name);
  if (known !== undefined) return known;
  if (members.size >= mostMembers(family.kind)) {
    family.truncated = true;
    family.greatest ??= greatestKey(members);
    if (name > family.greatest) return undefined;
    members.delete(family.greatest);
  }
  family.greatest = undefined;
  const member = createDeviationTally(evidence);
  members.set(name, member);
  return member;
}

/** The tally as part of a profile. */
export function finishFamily({
  kind,
  subject,
  location,
  members,
  n,
  truncated,
}: FamilyTally): Family {
  const finished = [...members].map(([name, member]) => [name, finishDeviation(member)] as const);
  return { kind, subject, location, members: new Map(finished), n, truncated };
}
