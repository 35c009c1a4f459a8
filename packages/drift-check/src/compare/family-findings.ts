import type { FindingKind } from "../finding-kind.ts";
import { inferSchema } from "../infer/infer-schema.ts";
import type { Deviation, Family, Profile } from "../profile/profile.ts";
import { addTypeCounts } from "../profile/type-counts.ts";
import { type Cause, causesOfFamily } from "./causes.ts";
import type { Finding } from "./finding.ts";
import { fingerprintOf } from "./identity.ts";
import { messageOfFinding } from "./message.ts";
import type { Policy } from "./policy.ts";
import { judgeSeverity } from "./severity.ts";
import { findPlace, totalOfFamily } from "./total.ts";

const leastSystematic = 20;

const violatingKinds: ReadonlySet<FindingKind> = new Set<FindingKind>([
  "missing-required",
  "unexpected-null",
  "type-mismatch",
  "format-mismatch",
  "constraint-violation",
]);

/** The findings of one family: one for each of its causes. */
export function findingsOfFamily(
  profile: Profile,
  family: Family,
  policy: Policy,
): readonly Finding[] {
  return causesOfFamily(profile, family, policy).map((cause) =>
    findingOf(profile, family, cause, policy),
  );
}

function findingOf(profile: Profile, family: Family, cause: Cause, policy: Policy): Finding {
  const { kind } = family;
  const { deviation, subject, location, n, member, values, openSet } = cause;
  const { operation, direction, status, mediaType } = subject;
  const total = Math.max(n, totalOfFamily(profile, family));
  const { isOpen } = deviation;
  const exchanges = exchangesOf(profile, family, cause);
  const judged = { kind, operation, status, location, total, values, exchanges, isOpen };
  const finding: Omit<Finding, "message"> = {
    ...{ kind, severity: judgeSeverity(judged, policy) },
    ...{ operation, direction, status, mediaType, location, n, total },
    systematic: violatingKinds.has(kind) && n === total && total >= leastSystematic,
    ...{ openSet, values },
    types: kind === "type-mismatch" ? typesAt(profile, family) : null,
    inferredSchema: inferredOf(kind, deviation),
    samples: deviation.samples,
    firstSeen: deviation.firstSeen ?? null,
    lastSeen: deviation.lastSeen ?? null,
    schemaPointer: deviation.schemaPointers[0] ?? null,
    fingerprint: fingerprintOf({ kind, subject, location, member }),
    baseline: null,
  };
  return { ...finding, message: messageOfFinding(finding, deviation) };
}

/** A status is the same whatever its bodies are: what was seen of it in other media types is evidence too. */
function exchangesOf(profile: Profile, { kind, subject }: Family, { deviation }: Cause): number {
  if (kind !== "undocumented-status") return deviation.exchanges;
  const alike = [...profile.families.values()].filter(
    (one) =>
      one.kind === kind &&
      one.subject.operation === subject.operation &&
      one.subject.status === subject.status,
  );
  return alike.flatMap(({ members }) => [...members.values()]).reduce(countExchanges, 0);
}

function countExchanges(sum: number, { exchanges }: Deviation): number {
  return sum + exchanges;
}

/** In alphabetical order, whatever was seen first. */
function typesAt(profile: Profile, family: Family): Finding["types"] {
  return addTypeCounts(findPlace(profile, family)?.types ?? {}, {});
}

function inferredOf(kind: FindingKind, { shape }: Deviation): Finding["inferredSchema"] {
  const isInferred = kind === "undocumented-field" || kind === "open-empty-object";
  return isInferred && shape !== undefined ? inferSchema(shape) : null;
}
