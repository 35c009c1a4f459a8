import { hasMember } from "../instance.ts";
import { isJsonObject } from "../json.ts";

/** Which branch of a union a property names: its value, and the index of the branch. */
export interface Tags {
  readonly property: string;
  readonly branches: readonly (readonly [tag: string, index: number])[];
}

/** The branch that an instance's tag names; undefined where it names none. */
export function findTagged(tags: Tags | undefined, instance: unknown): number | undefined {
  if (tags === undefined || !isJsonObject(instance)) return undefined;
  if (!hasMember(instance, tags.property)) return undefined;
  return tags.branches.find(([tag]) => tag === instance[tags.property])?.[1];
}
