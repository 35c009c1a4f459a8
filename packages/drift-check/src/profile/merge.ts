import { DriftCheckError } from "../error.ts";
import { addToDraft, createDraft, finishDraft } from "./draft.ts";
import type { Profile } from "./profile.ts";

/** The profile of no exchange: merging with it changes nothing. */
export const emptyProfile: Profile = createDraft();

/**
 * One profile of all: the same whatever the order and grouping of merging.
 *
 * @throws DriftCheckError `profile-mismatch` when they were observed with different descriptions or salts
 * @example
 * ```ts
 * import { mergeProfiles, type Profile } from "@truespec/drift-check";
 *
 * declare const days: readonly Profile[];
 * const week = mergeProfiles(days);
 * ```
 */
export function mergeProfiles(profiles: Iterable<Profile>): Profile {
  const draft = createDraft();
  for (const profile of profiles) {
    refuseMismatch(draft, profile);
    addToDraft(draft, profile);
  }
  return finishDraft(draft);
}

/** What profiles must have in common. */
export type Bond = Pick<Profile, "description" | "salt">;

/** @throws DriftCheckError `profile-mismatch` when they were observed with different descriptions or salts */
export function refuseMismatch(left: Bond, right: Bond): void {
  if (differ(left.description, right.description)) {
    throw mismatch(
      "profiles of different descriptions do not belong together, nor do those with different overlays: observe the recordings again",
    );
  }
  if (differ(left.salt, right.salt)) {
    throw mismatch(
      "profiles of different salts do not belong together: the same string has different names in them",
    );
  }
}

/** The neutral element goes with all. */
function differ(left: string, right: string): boolean {
  return left !== "" && right !== "" && left !== right;
}

function mismatch(message: string): DriftCheckError {
  return new DriftCheckError("profile-mismatch", message);
}
