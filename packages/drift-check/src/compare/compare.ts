import type { Description } from "@truespec/openapi";
import { DriftCheckError } from "../error.ts";
import { findingKinds } from "../finding-kind.ts";
import { hashDescription } from "../observe/observe.ts";
import type { Profile } from "../profile/profile.ts";
import { findingsOfFamily } from "./family-findings.ts";
import { type Finding, severities } from "./finding.ts";
import { findNeverSeen } from "./never-seen.ts";
import type { Policy } from "./policy.ts";
import { findStaleExamples } from "./stale-examples.ts";

/**
 * What a profile says about a description: one finding for each cause, the worst first.
 *
 * @throws DriftCheckError `profile-mismatch` when the profile was observed with another description
 * @example
 * ```ts
 * import { compare, type Profile } from "@truespec/drift-check";
 * import type { Description } from "@truespec/openapi";
 *
 * declare const description: Description;
 * declare const profile: Profile;
 * const findings = compare(description, profile, { minEvidence: 3 });
 * for (const { location, n, total, message } of findings) console.log(location, n, total, message);
 * ```
 */
export function compare(
  description: Description,
  profile: Profile,
  policy: Policy = {},
): readonly Finding[] {
  if (profile.description !== "" && profile.description !== hashDescription(description)) {
    throw new DriftCheckError(
      "profile-mismatch",
      "the profile was observed with another description, or with other overlays",
    );
  }
  const families = [...profile.families.values()];
  const findings = [
    ...families.flatMap((family) => findingsOfFamily(profile, family, policy)),
    ...findNeverSeen(description, profile, policy),
    ...findStaleExamples(description, profile, policy),
  ];
  return findings.sort(compareFindings);
}

/** Worst first, then by kind, then the most frequent, then by place. */
function compareFindings(left: Finding, right: Finding): number {
  return (
    severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
    findingKinds.indexOf(left.kind) - findingKinds.indexOf(right.kind) ||
    right.n - left.n ||
    compareTexts(sortKey(left), sortKey(right))
  );
}

function sortKey({ operation, status, mediaType, location, values, fingerprint }: Finding): string {
  return JSON.stringify([operation, status, mediaType, location, values, fingerprint]);
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
