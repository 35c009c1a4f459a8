import type { Description } from "@truespec/openapi";
import { type Cause, causesOfFamily } from "../compare/causes.ts";
import { isDeviation } from "../compare/deviation-kinds.ts";
import type { Finding } from "../compare/finding.ts";
import { fingerprintOf } from "../compare/identity.ts";
import { findPlace } from "../compare/total.ts";
import { type Family, type Profile, placeKey } from "../profile/profile.ts";
import { addShapes, type Shape } from "../profile/shape.ts";
import { countOfFinding, placeOfFinding, subjectOfFinding } from "../report/describe-finding.ts";
import { type ChangeOptions, changesFor, type Evidence } from "./changes.ts";
import { type Change, type Edit, isRefused, type Remembered } from "./edit.ts";
import { addChange, emptyPatch } from "./patch.ts";
import type { Refusal } from "./proposal.ts";
import { findTarget } from "./target.ts";

/** What findings come to before anything is proved. */
export interface PlannedEdits {
  readonly edits: readonly Edit[];
  readonly refused: readonly Refusal[];
}

/** The edits that answer findings, in their order; a finding is answered at all of its places or not at all. */
export function planEdits(
  description: Description,
  profile: Profile,
  findings: readonly Finding[],
  options: ChangeOptions,
): PlannedEdits {
  const evidence = gatherEvidence(profile);
  const edits: Edit[] = [];
  const refused: Refusal[] = [];
  for (const finding of findings) {
    // Nothing that was seen contradicts the description there, so there is nothing to repair.
    if (!isDeviation(finding)) continue;
    const { fingerprint } = finding;
    const known = evidence.get(fingerprint);
    const planned =
      known === undefined
        ? "the profile holds no evidence of it"
        : editsFor(description, { ...known, finding }, options);
    if (typeof planned === "string") refused.push({ fingerprint, reason: planned });
    else edits.push(...planned);
  }
  return { edits, refused };
}

function gatherEvidence(profile: Profile): ReadonlyMap<string, Omit<Evidence, "finding">> {
  const known = [...profile.families.values()].flatMap((family) =>
    causesOfFamily(profile, family).map((cause) => ({ family, cause })),
  );
  const shapes = new Map<string, Shape>();
  for (const { family, cause } of known) {
    const { shape } = cause.deviation;
    if (shape === undefined) continue;
    const key = additionKey(family, cause);
    const sum = shapes.get(key);
    shapes.set(key, sum === undefined ? shape : addShapes(sum, shape));
  }
  return new Map(
    known.map(({ family, cause }) => {
      const { subject, location, member } = cause;
      const identity = { kind: family.kind, subject, location, member };
      const shape = shapes.get(additionKey(family, cause));
      return [fingerprintOf(identity), { family, cause, shape, place: findPlace(profile, family) }];
    }),
  );
}

/** Causes of one key ask for one and the same addition: several operations may share a schema. */
function additionKey({ kind }: Family, { name, values, deviation }: Cause): string {
  return JSON.stringify([kind, deviation.schemaPointers[0], name ?? null, values]);
}

function editsFor(
  description: Description,
  evidence: Evidence,
  options: ChangeOptions,
): readonly Edit[] | string {
  if (evidence.finding.direction === "request") {
    return "what a caller sends does not show what the API understands";
  }
  const changes = changesFor(evidence, options);
  if (isRefused(changes)) return changes.reason;
  const edits: Edit[] = [];
  for (const { pointer, change } of changes) {
    const target = findTarget(description, pointer);
    if (target.kind === "none") return target.reason;
    if (mayOverlap(pointer, change)) return "a wider branch of a `oneOf` may overlap another one";
    const patch = addChange(
      { node: target.node, patch: emptyPatch, dialect: options.dialect },
      change,
    );
    if (typeof patch === "string") return patch;
    const { finding } = evidence;
    edits.push({
      ...{ fingerprint: finding.fingerprint, target, change },
      ...{ evidence: evidenceOf(finding), remembered: rememberedOf(evidence) },
    });
  }
  return edits.length === 0 ? "no schema speaks about it" : edits;
}

function rememberedOf({ family, cause, shape, place }: Evidence): Remembered {
  return {
    shape: shape ?? cause.deviation.shape,
    numbers: place?.numbers,
    placeKey: placeKey(family.subject, family.location),
    schemaPointers: cause.deviation.schemaPointers,
    isCut: family.kind === "undocumented-field" && cause.openSet && family.truncated,
  };
}

/** A value that meets two branches of a `oneOf` is invalid; null and listed values meet none so far. */
function mayOverlap(pointer: string, change: Change): boolean {
  if (!/\/oneOf\/\d+$/.test(pointer)) return false;
  return change.kind === "drop" || (change.kind === "types" && change.types.some(isNotNull));
}

function isNotNull(type: string): boolean {
  return type !== "null";
}

function evidenceOf(finding: Finding): string {
  return `${finding.kind} ${placeOfFinding(finding)}: ${countOfFinding(finding)} (${subjectOfFinding(finding)})`;
}
