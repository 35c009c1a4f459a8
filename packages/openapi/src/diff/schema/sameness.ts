import {
  findMember,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import {
  appendKey,
  localPointer,
  localRef,
  resolvePointer,
} from "@truespec/json-schema/json-pointer";
import { findString, objectMember } from "../../json/json-value.ts";
import { isAlike, isEqual } from "./equal.ts";
import type { Heirs } from "./heirs.ts";
import type { SchemaSites } from "./site.ts";

/** Whether a node of the one document and a node of the other mean the same: alike but for prose, and so all that they refer to. */
export type IsSame = (before: JsonValue, after: JsonValue) => boolean;

/** Whether everything that `b` demands is demanded by `a` in the same words. */
export function areSame(a: SchemaSites, b: SchemaSites, isSame: IsSame): boolean {
  return b.every((right) => a.some((left) => isSame(left.schema, right.schema)));
}

/** The two documents that are compared. */
interface Documents {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/**
 * Compares what the references of two documents lead to, once for all questions. With heirs, what a
 * parent with a discriminator stands for counts as well.
 */
export function createSameness(
  documents: Documents,
  heirs?: { readonly before: Heirs; readonly after: Heirs },
): IsSame {
  const links = {
    before: heirs === undefined ? noLinks : linkHeirs(documents.before, heirs.before),
    after: heirs === undefined ? noLinks : linkHeirs(documents.after, heirs.after),
  };
  const changed = findChangedRefs(documents, links);
  const mentions = new WeakMap<object, boolean>();
  const mentionsChanged = (value: JsonValue): boolean => {
    if (typeof value !== "object" || value === null) return false;
    const known = mentions.get(value);
    if (known !== undefined) return known;
    const found = refsOf(value, links.before).some((ref) => changed.has(ref));
    mentions.set(value, found);
    return found;
  };
  return (one, other) => isAlike(one, other) && (changed.size === 0 || !mentionsChanged(one));
}

/** References that a schema stands for without naming them. */
type Links = ReadonlyMap<JsonValue, readonly string[]>;

const noLinks: Links = new Map();

/** A parent stands for its heirs, which come and go, and so for itself. */
function linkHeirs(document: JsonObject, heirs: Heirs): Links {
  const schemas = objectMember(findMember(document, "components"), "schemas");
  return new Map(
    Object.entries(schemas).flatMap(([name, schema]) => {
      if (findMember(schema, "discriminator") === undefined) return [];
      const pointer = appendKey("/components/schemas", name);
      return [[schema, [pointer, ...heirs(pointer)].map(localRef)] as const];
    }),
  );
}

/** The references that do not lead to the same, directly or by others. */
function findChangedRefs(
  { before, after }: Documents,
  links: { readonly before: Links; readonly after: Links },
): ReadonlySet<string> {
  // It grows while it is walked.
  const changed = new Set<string>();
  const referrers = new Map<string, string[]>();
  for (const ref of new Set([...refsOf(before, links.before), ...refsOf(after, links.after)])) {
    const [target, other] = [findTarget(before, ref), findTarget(after, ref)];
    if (target === undefined || other === undefined || !isAlike(target, other)) changed.add(ref);
    else if (!isEqual(links.before.get(target), links.after.get(other))) changed.add(ref);
    for (const inner of target === undefined ? [] : refsOf(target, links.before)) {
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
function refsOf(value: JsonValue, links: Links): readonly string[] {
  const refs = new Set<string>();
  const pending: JsonValue[] = [value];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const ref = isJsonObject(at) ? findString(at, "$ref") : undefined;
    if (ref !== undefined) refs.add(ref);
    for (const link of links.get(at) ?? []) refs.add(link);
    if (typeof at !== "object" || at === null) continue;
    for (const member of Object.values<JsonValue>(at)) pending.push(member);
  }
  return [...refs];
}
