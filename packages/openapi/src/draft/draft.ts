import {
  isJsonArray,
  isJsonObject,
  type JsonObjectDraft,
  type JsonValue,
  setMember,
} from "@truespec/json-schema/json";
import { findChild } from "@truespec/json-schema/json-pointer";
import { carryOrigins, type Trace } from "../trace/trace.ts";

/** A container that may be changed in place. */
export type DraftContainer = JsonObjectDraft | JsonValue[];

/**
 * A document under change. What it began with is never touched: a container is copied before its
 * first change, and only then.
 */
export interface Draft {
  root: JsonValue;
  readonly owned: WeakSet<object>;
  readonly trace: Trace;
}

/** Begins to change a document. */
export function createDraft(root: JsonValue, trace: Trace): Draft {
  return { root, owned: new WeakSet(), trace };
}

/** The container at a list of keys, ready to be changed; undefined where none stands. */
export function openContainer(draft: Draft, keys: readonly string[]): DraftContainer | undefined {
  let container = own(draft, draft.root);
  draft.root = container ?? draft.root;
  for (const key of keys) {
    if (container === undefined) return undefined;
    const child = own(draft, findChild(container, key));
    if (child !== undefined) setChild(container, key, child);
    container = child;
  }
  return container;
}

/** Sets a member or an item. */
export function setChild(container: DraftContainer, key: string, value: JsonValue): void {
  if (isDraftArray(container)) container[Number(key)] = value;
  else setMember(container, key, value);
}

/** Whether a container under change is an array. */
export function isDraftArray(container: DraftContainer): container is JsonValue[] {
  return Array.isArray(container);
}

function own(draft: Draft, value: JsonValue | undefined): DraftContainer | undefined {
  if (!isJsonObject(value) && !isJsonArray(value)) return undefined;
  // What stands in `owned` was copied by this draft, so nobody else sees it change
  if (draft.owned.has(value)) return value as DraftContainer;
  const copy: DraftContainer = isJsonArray(value) ? [...value] : { ...value };
  draft.owned.add(copy);
  carryOrigins(draft.trace, value, copy);
  return copy;
}
