import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { localPointer, resolvePointer } from "@truespec/json-schema/json-pointer";
import { findString } from "../../json/json-value.ts";
import { isAlike } from "./equal.ts";
import type { SchemaSites } from "./site.ts";

/** Whether a node of the one document and a node of the other mean the same: alike but for prose, and so all that they refer to. */
export type IsSame = (before: JsonValue, after: JsonValue) => boolean;

/** Whether everything that `b` demands is demanded by `a` in the same words. */
export function areSame(a: SchemaSites, b: SchemaSites, isSame: IsSame): boolean {
  return b.every((right) => a.some((left) => isSame(left.schema, right.schema)));
}

/** Compares what the references of two documents lead to, once for all questions. */
export function createSameness(before: JsonObject, after: JsonObject): IsSame {
  const changed = findChangedRefs(before, after);
  const mentions = new WeakMap<object, boolean>();
  const mentionsChanged = (value: JsonValue): boolean => {
    if (typeof value !== "object" || value === null) return false;
    const known = mentions.get(value);
    if (known !== undefined) return known;
    const found = refsOf(value).some((ref) => changed.has(ref));
    mentions.set(value, found);
    return found;
  };
  return (one, other) => isAlike(one, other) && (changed.size === 0 || !mentionsChanged(one));
}

/** The references that do not lead to the same, directly or by others. */
function findChangedRefs(before: JsonObject, after: JsonObject): ReadonlySet<string> {
  // It grows while it is walked.
  const changed = new Set<string>();
  const referrers = new Map<string, string[]>();
  for (const ref of new Set([...refsOf(before), ...refsOf(after)])) {
    const target = findTarget(before, ref);
    if (target === undefined || !isAlike(target, findTarget(after, ref))) changed.add(ref);
    for (const inner of target === undefined ? [] : refsOf(target)) {
      const known = referrers.get(inner);
      if (known === undefined) referrers.set(inner, [ref]);
      else known.push(ref);
    }
  }
  for (const ref of changed) {
    for (const referrer of referrers.get(ref) ?? []) changed.add(referrer);
  }
  return changed;
}

function findTarget(document: JsonObject, ref: string): JsonValue | undefined {
  const pointer = localPointer(ref);
  return pointer === undefined ? undefined : resolvePointer(document, pointer);
}

/** The references in a value, each once. Takes a property that is called `$ref` for one too: no harm. */
function refsOf(value: JsonValue): readonly string[] {
  const refs = new Set<string>();
  const pending: JsonValue[] = [value];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const ref = isJsonObject(at) ? findString(at, "$ref") : undefined;
    if (ref !== undefined) refs.add(ref);
    if (typeof at !== "object" || at === null) continue;
    for (const member of Object.values<JsonValue>(at)) pending.push(member);
  }
  return [...refs];
}
