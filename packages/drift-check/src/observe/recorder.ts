import type { JsonValue } from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import { countUp } from "../profile/draft.ts";
import { exchangeKey, type Subject } from "../profile/profile.ts";
import type { Exchange, ProblemKind } from "../read/exchange.ts";
import {
  addEvidence,
  countSight,
  type DeviationTally,
  type Evidence,
} from "../tally/deviation-tally.ts";
import { type FamilyTally, openMember } from "../tally/family-tally.ts";
import type { Path } from "../tally/path.ts";
import { addProblem, openFamily, type ProfileTally } from "../tally/profile-tally.ts";
import { addToShape, createShapeTally } from "../tally/shape-tally.ts";
import type { ValueKeeping } from "./shown-value.ts";

/** One sight of a deviation: what differs from place to place; the rest is known of the exchange. */
export interface Sighting extends Evidence {
  readonly kind: FindingKind;
  readonly subject: Subject;
  /** Of the value, or of the object whose field the member is. */
  readonly location: string;
  /** Name of the field, header, status, or the value as a key; `""` by default. */
  readonly member?: string;
  /** Where in the body it is; not in a body by default. */
  readonly path?: Path;
  /** A value from which a schema may be inferred. */
  readonly example?: JsonValue;
}

/** Writes down what one exchange shows. */
export interface Recorder {
  readonly tally: ProfileTally;
  readonly exchange: Exchange;
  readonly values: ValueKeeping;
  /** Everyday headers to write down all the same: names, `*` for any characters. */
  readonly reportHeaders: readonly string[];
}

/** A deviation that was written down before: what counts a further sight of it. */
export interface KnownDeviation {
  readonly family: FamilyTally;
  /** Undefined where the family keeps no more members. */
  readonly member: DeviationTally | undefined;
}

/** A deviation of a value; `hasExample`: a schema may be inferred from such values. */
export interface KnownFault {
  readonly deviation: KnownDeviation;
  readonly hasExample: boolean;
}

/** All that a primitive violates at its place. */
export interface KnownFaults {
  readonly isOfWrongType: boolean;
  readonly deviations: readonly KnownFault[];
}

/** Counts the exchange for all requests, or for an operation, or for one of its statuses. */
export function countExchange(recorder: Recorder, ...parts: readonly string[]): void {
  countUp(recorder.tally.exchangeCounts, exchangeKey(...parts));
}

/** Writes down a problem of the exchange. */
export function recordProblem(recorder: Recorder, kind: ProblemKind, message: string): void {
  addProblem(recorder.tally, { exchange: recorder.exchange.id, kind, message });
}

/** Writes down one sight of a deviation. */
export function recordSighting(recorder: Recorder, sighting: Sighting): KnownDeviation {
  const { kind, subject, location, path = [], example } = sighting;
  const family = openFamily(recorder.tally, kind, subject, location);
  const member = openMember(family, sighting.member ?? "", sighting);
  if (member !== undefined) addEvidence(member, sighting);
  const known = { family, member };
  recordAgain(recorder, known, { path, example });
  return known;
}

/** Writes down a further sight of a deviation about which nothing new is to be said. */
export function recordAgain(
  { tally, exchange, values }: Recorder,
  { family, member }: KnownDeviation,
  seen: { readonly path: Path; readonly example: JsonValue | undefined },
): void {
  family.n += 1;
  if (member === undefined) return;
  countSight(member, { exchange, number: tally.exchanges, path: seen.path });
  if (seen.example === undefined) return;
  member.shape ??= createShapeTally();
  addToShape(member.shape, seen.example, values.hash);
}
