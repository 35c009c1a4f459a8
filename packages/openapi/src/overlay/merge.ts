import { isJsonArray, isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { appendKey, findChild } from "@truespec/json-schema/json-pointer";
import {
  type Draft,
  type DraftContainer,
  isDraftArray,
  openContainer,
  setChild,
} from "../draft/draft.ts";
import { typeName } from "../json/json-value.ts";
import { type Origin, recordOrigin, type WrittenPlace } from "../trace/trace.ts";

/** Two values that cannot be merged. */
export interface Incompatibility {
  /** The keys of the node that stands. */
  readonly keys: readonly string[];
  readonly expected: string;
  readonly got: string;
}

/** What is merged, and where it is written; undefined when nobody asks. */
export interface Update {
  readonly value: JsonValue;
  readonly written: WrittenPlace | undefined;
}

/** How a merge goes on, the same at every depth. */
export interface MergeRules {
  readonly draft: Draft;
  /** Overlay 1.0 says nothing of values that differ in kind; there the update wins. */
  readonly replacesIncompatible: boolean;
  readonly refuse: (incompatibility: Incompatibility) => void;
}

/**
 * Merges an update into the node at a list of keys: objects member by member, arrays by
 * concatenation, a primitive value in place of another.
 *
 * @see https://spec.openapis.org/overlay/v1.1.0.html#action-object
 */
export function mergeAt(keys: readonly string[], update: Update, rules: MergeRules): void {
  const parent = openContainer(rules.draft, keys.slice(0, -1));
  const last = keys.at(-1);
  const present = last === undefined ? rules.draft.root : findChild(parent, last);
  const { value } = update;
  if (isJsonObject(present) && isJsonObject(value)) {
    mergeMembers(keys, value, update, rules);
  } else if (isJsonArray(present) && isJsonArray(value)) {
    appendItems(keys, itemsOf(value, update), rules.draft);
  } else if (isPrimitive(present) && isPrimitive(value)) {
    replace(parent, last, update, rules.draft);
  } else if (rules.replacesIncompatible && last !== undefined) {
    replace(parent, last, update, rules.draft);
  } else {
    rules.refuse({ keys, expected: typeName(present), got: typeName(value) });
  }
}

/** Appends items to the array at a list of keys. */
export function appendItems(keys: readonly string[], items: readonly Update[], draft: Draft): void {
  const array = openContainer(draft, keys);
  if (array === undefined || !isDraftArray(array)) return;
  for (const item of items) {
    const index = String(array.length);
    array.push(item.value);
    remember(array, index, item, draft);
  }
}

function mergeMembers(
  keys: readonly string[],
  value: { readonly [key: string]: JsonValue },
  update: Update,
  rules: MergeRules,
): void {
  const container = openContainer(rules.draft, keys);
  if (container === undefined) return;
  for (const [key, member] of Object.entries(value)) {
    const part = { value: member, written: childPlace(update.written, key) };
    if (Object.hasOwn(container, key)) mergeAt([...keys, key], part, rules);
    else replace(container, key, part, rules.draft);
  }
}

function replace(
  container: DraftContainer | undefined,
  key: string | undefined,
  update: Update,
  draft: Draft,
): void {
  if (container === undefined || key === undefined) return;
  setChild(container, key, update.value);
  remember(container, key, update, draft);
}

function itemsOf(value: readonly JsonValue[], update: Update): Update[] {
  return value.map((item, index) => ({
    value: item,
    written: childPlace(update.written, String(index)),
  }));
}

function remember(container: object, key: string, { written }: Update, draft: Draft): void {
  if (written === undefined) return;
  const origin: Origin = { kind: "elsewhere", ...written };
  recordOrigin(draft.trace, container, key, origin);
}

function childPlace(written: WrittenPlace | undefined, key: string): WrittenPlace | undefined {
  return written && { ...written, pointer: appendKey(written.pointer, key) };
}

function isPrimitive(value: JsonValue | undefined): boolean {
  return value !== undefined && (typeof value !== "object" || value === null);
}
