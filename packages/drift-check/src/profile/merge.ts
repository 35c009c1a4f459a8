import { DriftCheckError } from "../error.ts";
import { addToDraft, createDraft } from "./draft.ts";
import type { Profile } from "./profile.ts";

/** The profile of no exchange: merging with it changes nothing. */
export const emptyProfile: Profile = createDraft("");

/**
 * One profile of all: the same whatever the order and grouping of merging.
 *
 * @throws DriftCheckError `profile-mismatch` when they were observed with different descriptions
 * @example
 * ```ts
 * import { mergeProfiles, type Profile } from "@truespec/drift-check";
 *
 * declare const days: readonly Profile[];
 * const week = mergeProfiles(days);
 * ```
 */
export function mergeProfiles(profiles: Iterable<Profile>): Profile {
  const draft = createDraft("");
  for (const profile of profiles) {
    if (areOfDifferentDescriptions(draft, profile)) {
      throw new DriftCheckError(
        "profile-mismatch",
        "the profiles were observed with different descriptions",
      );
    }
    addToDraft(draft, profile);
  }
  return draft;
}

function areOfDifferentDescriptions(
  left: Pick<Profile, "description">,
  right: Pick<Profile, "description">,
): boolean {
  return (
    left.description !== "" && right.description !== "" && left.description !== right.description
  );
}
