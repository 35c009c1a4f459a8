import type { JsonValue } from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import { addDeviations } from "../profile/deviation.ts";
import { addMember, countUp, type DraftProfile } from "../profile/draft.ts";
import { type Deviation, exchangeKey, familyKey, type Subject } from "../profile/profile.ts";
import type { Shape } from "../profile/shape.ts";
import type { Exchange, ProblemKind } from "../read/exchange.ts";
import type { ValueKeeping } from "./shown-value.ts";

/** One sight of a deviation: what differs from place to place; the rest is known of the exchange. */
export interface Sighting {
  readonly kind: FindingKind;
  readonly subject: Subject;
  /** Of the value, or of the object whose field the member is. */
  readonly location: string;
  /** Name of the field, header, status, or the value as a key; `""` by default. */
  readonly member?: string;
  /** JSON Pointer into the body. */
  readonly pointer: string;
  readonly schemaPointers: readonly string[];
  readonly keywords?: readonly string[];
  readonly expected?: readonly string[];
  readonly isOpen?: boolean;
  readonly value?: JsonValue;
  readonly shape?: Shape;
}

/** Writes down what one exchange shows. */
export interface Recorder {
  readonly draft: DraftProfile;
  readonly exchange: Exchange;
  readonly values: ValueKeeping;
}

/** Counts the exchange for all requests, or for an operation, or for one of its statuses. */
export function countExchange(recorder: Recorder, ...parts: readonly string[]): void {
  countUp(recorder.draft.exchangeCounts, exchangeKey(...parts));
}

/** Writes down a problem of the exchange. */
export function recordProblem(recorder: Recorder, kind: ProblemKind, message: string): void {
  recorder.draft.problems.push({ exchange: recorder.exchange.id, kind, message });
}

/** Writes down one sight of a deviation. */
export function recordSighting(recorder: Recorder, sighting: Sighting): void {
  const { kind, subject, location } = sighting;
  const key = familyKey(kind, subject, location);
  const known = recorder.draft.families.get(key);
  const family = known ?? { kind, subject, location, members: new Map(), n: 0, truncated: false };
  if (known === undefined) recorder.draft.families.set(key, family);
  family.n += 1;
  const seen = deviationOf(sighting, recorder.exchange);
  addMember(family, sighting.member ?? "", (before) =>
    // Sights in one exchange are one exchange's evidence.
    before === undefined ? seen : { ...addDeviations(before, seen), exchanges: 1 },
  );
}

function deviationOf(sighting: Sighting, exchange: Exchange): Deviation {
  return {
    n: 1,
    exchanges: 1,
    samples: [{ exchange: exchange.id, pointer: sighting.pointer }],
    firstSeen: exchange.time,
    lastSeen: exchange.time,
    schemaPointers: [...sighting.schemaPointers].sort(),
    keywords: [...(sighting.keywords ?? [])].sort(),
    expected: [...(sighting.expected ?? [])].sort(),
    isOpen: sighting.isOpen ?? false,
    value: sighting.value,
    shape: sighting.shape,
  };
}
