import type { JsonValue } from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import type { CollectionProblem } from "../read/exchange.ts";
import type { Place } from "./place.ts";
import type { Shape } from "./shape.ts";

/** Whose messages are meant: one media type of one status of one operation. */
export interface Subject {
  /** Label such as `GET /models`; empty where no operation is meant. */
  readonly operation: string;
  readonly direction: "request" | "response";
  /** The description's key that matched (`2XX`), or what was observed; null where it does not apply. */
  readonly status: string | null;
  /** The description's key that matched, or what was observed; null where it does not apply. */
  readonly mediaType: string | null;
}

/** Where a deviation was seen: the exchange, and a JSON Pointer into its body. */
export interface Sample {
  readonly exchange: string;
  readonly pointer: string;
}

/** One cause: everything remembered of how often and where the API left the description in one way. */
export interface Deviation {
  readonly n: number;
  /** How many exchanges showed it. */
  readonly exchanges: number;
  /** At most three: the least by exchange and pointer, so that the order of reading does not matter. */
  readonly samples: readonly Sample[];
  /** ISO 8601; undefined where no exchange told its time. */
  readonly firstSeen: string | undefined;
  readonly lastSeen: string | undefined;
  /** Pointers of the schemas that speak about it, sorted; the first is the one that is shown. */
  readonly schemaPointers: readonly string[];
  /** Keywords that were violated, sorted. */
  readonly keywords: readonly string[];
  /** Types that the description allows there, sorted; empty where types are not the matter. */
  readonly expected: readonly string[];
  /** Whether the description declares the set of values as open. */
  readonly isOpen: boolean;
  /** The value, for kinds that name one; a class of values in words where it must not be shown. */
  readonly value: JsonValue | undefined;
  /** The deviating values together, where a schema may be inferred from them. */
  readonly shape: Shape | undefined;
}

/**
 * All deviations of one kind at one location, by member: the name of the field, the new enum value, the header.
 * Kinds without a name have the one member `""`.
 */
export interface Family {
  readonly kind: FindingKind;
  readonly subject: Subject;
  /** JSON Pointer pattern of the value, or of the object whose fields the members are. */
  readonly location: string;
  readonly members: ReadonlyMap<string, Deviation>;
  /** Sights of all members, also of those that are not kept. */
  readonly n: number;
  /** More members were seen than are kept. */
  readonly truncated: boolean;
}

/**
 * Everything remembered of many exchanges; a commutative monoid under `mergeProfiles`, with `emptyProfile` as its
 * neutral element. Bound to the description it was observed with.
 */
export interface Profile {
  /** SHA-256 over the composed document, lower-case hex; empty in the neutral element. */
  readonly description: string;
  /** Which salt its hashes were made with; empty in the neutral element. */
  readonly salt: string;
  readonly exchanges: number;
  readonly matched: number;
  /** Sorted; at most a thousand are kept. */
  readonly problems: readonly CollectionProblem[];
  /** Number of exchanges by operation and status, and of all; see `exchangeKey`. */
  readonly exchangeCounts: ReadonlyMap<string, number>;
  /** By subject and location; see `placeKey`. */
  readonly places: ReadonlyMap<string, Place>;
  /** By kind, subject and location; see `familyKey`. */
  readonly families: ReadonlyMap<string, Family>;
  /** A limit was met: something was not remembered. */
  readonly truncated: boolean;
}

/** The key of a place within a profile. */
export function placeKey(subject: Subject, location: string): string {
  const { operation, direction, status, mediaType } = subject;
  return JSON.stringify([operation, direction, status, mediaType, location]);
}

/** The key of a family within a profile. */
export function familyKey(kind: FindingKind, subject: Subject, location: string): string {
  const { operation, direction, status, mediaType } = subject;
  return JSON.stringify([operation, direction, status, mediaType, location, kind]);
}

/** The key of a count of exchanges: of all, of one operation, or of one status of an operation. */
export function exchangeKey(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
