import type { JsonValue } from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import { matchesGlob } from "../match/glob.ts";
import { fieldLocation } from "../observe/location.ts";
import { addDeviations } from "../profile/deviation.ts";
import type { Deviation, Family, Profile, Subject } from "../profile/profile.ts";
import type { Policy } from "./policy.ts";
import { findPlace, sortedMembers } from "./total.ts";

/** More new values than these in one place are an open set. */
const mostNewValues = 10;
/** More new fields than these in one object are keys of a map. */
const mostNewFields = 50;
const mostShownValues = 50;

/** One cause, before it is judged. */
export interface Cause {
  readonly subject: Subject;
  readonly location: string;
  readonly deviation: Deviation;
  /** The family's member; undefined for an open set. */
  readonly name: string | undefined;
  readonly n: number;
  /** What the identity needs beside the place. */
  readonly member: string | undefined;
  readonly values: readonly JsonValue[] | null;
  readonly openSet: boolean;
}

/** The causes of one family: one for each member, or one for all where they are an open set. */
export function causesOfFamily(
  profile: Profile,
  family: Family,
  policy: Policy = {},
): readonly Cause[] {
  if (isOpenSet(family)) return [causeOfSet(profile, family)];
  return sortedMembers(family)
    .filter(([member]) => !isIgnored(family.kind, member, policy))
    .map(([member, deviation]) => causeOf(family, member, deviation));
}

function isOpenSet({ kind, members, truncated }: Family): boolean {
  if (kind === "undocumented-enum-value") return members.size > mostNewValues;
  return kind === "undocumented-field" && (truncated || members.size > mostNewFields);
}

function isIgnored(kind: FindingKind, member: string, policy: Policy): boolean {
  return (
    kind === "undocumented-header" &&
    (policy.ignoreHeaders ?? []).some((pattern) => matchesGlob(pattern.toLowerCase(), member))
  );
}

function causeOf(family: Family, member: string, deviation: Deviation): Cause {
  const { kind, subject, location } = family;
  const plain = { subject, location, deviation, name: member, n: deviation.n, openSet: false };
  switch (kind) {
    case "undocumented-field":
    case "missing-required":
      return {
        ...plain,
        location: fieldLocation(location, member),
        member: undefined,
        values: null,
      };
    case "undocumented-enum-value":
      return { ...plain, member, values: [deviation.value ?? null] };
    case "undocumented-header":
      return { ...plain, member, values: [member] };
    case "undocumented-parameter":
      return { ...plain, location: fieldLocation(location, member), member, values: [member] };
    case "undocumented-operation":
      return {
        ...plain,
        subject: { ...subject, operation: member },
        member: undefined,
        values: null,
      };
    case "undocumented-status":
      return { ...plain, member: undefined, values: [subject.status] };
    case "undocumented-media-type":
      return { ...plain, member: undefined, values: [subject.mediaType] };
    default:
      return { ...plain, member: undefined, values: null };
  }
}

function causeOfSet(profile: Profile, family: Family): Cause {
  const deviations = sortedMembers(family).map(([, deviation]) => deviation);
  const deviation = deviations.map(withoutValue).reduce(addDeviations);
  const { kind, subject, location } = family;
  const set = { deviation, name: undefined, member: "*", openSet: true };
  if (kind === "undocumented-field") {
    const n = findPlace(profile, family)?.extendedObjects ?? deviation.n;
    const place = { subject, location: fieldLocation(location, undefined) };
    return { ...place, ...set, n, values: null };
  }
  const values = deviations.map((one) => one.value ?? null).slice(0, mostShownValues);
  return { subject, location, ...set, n: family.n, values };
}

function withoutValue(deviation: Deviation): Deviation {
  return { ...deviation, value: undefined };
}
