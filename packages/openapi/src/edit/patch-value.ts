import {
  isJsonArray,
  isJsonObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { isSameJson } from "../json/json-value.ts";
import { alignItems } from "./align.ts";
import { patchBlockEntries } from "./patch-block.ts";
import { patchFlowEntries } from "./patch-flow.ts";
import type { Addition, EntryChanges, Patching, ValuePlace } from "./patching.ts";
import { replaceValue } from "./replace-value.ts";
import { columnOf } from "./splice.ts";
import type { WrittenContainer, WrittenEntry } from "./written.ts";

/**
 * Collects the splices that make a written value another one. Members and items that stay are not
 * touched; what changes is gone into, and written anew where nothing of it stays.
 */
export function patchValue(
  place: ValuePlace,
  before: JsonValue,
  after: JsonValue,
  patching: Patching,
): void {
  if (isSameJson(before, after)) return;
  const { node, pointer } = place;
  if (node.kind !== "alias" && node.shared) {
    patching.faults.push({ code: "edit-shared", params: { pointer }, pointer });
  } else if (node.kind === "object" && isJsonObject(before) && isJsonObject(after)) {
    patchObject(place, node, [before, after], patching);
  } else if (node.kind === "array" && isJsonArray(before) && isJsonArray(after)) {
    patchArray(place, node, [before, after], patching);
  } else {
    replaceValue(place, after, patching);
  }
}

function patchObject(
  place: ValuePlace,
  node: WrittenContainer,
  [before, after]: readonly [JsonObject, JsonObject],
  patching: Patching,
): void {
  const entries = node.entries();
  const indexes = new Map(
    entries.flatMap(({ key }, index) => (key === undefined ? [] : [[key, index]])),
  );
  const removed = new Set(
    entries.flatMap(({ key }, index) =>
      key === undefined || Object.hasOwn(after, key) ? [] : [index],
    ),
  );
  if (!Object.keys(before).some((key) => Object.hasOwn(after, key))) {
    replaceValue(place, after, patching);
    return;
  }
  const added: Addition[] = [];
  for (const [key, value] of Object.entries(after)) {
    const index = indexes.get(key);
    const known = Object.hasOwn(before, key) ? before[key] : undefined;
    const entry = index === undefined ? undefined : entries[index];
    if (entry !== undefined && known !== undefined) {
      const pointer = appendKey(place.pointer, key);
      patchEntry({ entry, pointer }, node, [known, value], patching);
    } else if (known === undefined || !isSameJson(known, value)) {
      added.push({ key, value });
    }
  }
  patchEntries(node, { removed, inserted: placeBehindLast(entries, removed, added) }, patching);
}

function patchArray(
  place: ValuePlace,
  node: WrittenContainer,
  [before, after]: readonly [JsonArray, JsonArray],
  patching: Patching,
): void {
  const entries = node.entries();
  const changes = alignItems(before, after);
  if (!changes.some(({ kind }) => kind === "keep")) {
    replaceValue(place, after, patching);
    return;
  }
  const removed = new Set<number>();
  const inserted = new Map<number, Addition[]>();
  let last = -1;
  for (const change of changes) {
    if (change.kind === "remove") {
      removed.add(change.before);
    } else if (change.kind === "insert") {
      const additions = inserted.get(last) ?? [];
      additions.push({ key: undefined, value: after[change.after] ?? null });
      inserted.set(last, additions);
    } else {
      last = change.before;
      const values = [before[change.before] ?? null, after[change.after] ?? null] as const;
      patchEntry(
        { entry: entries[last], pointer: appendKey(place.pointer, last) },
        node,
        values,
        patching,
      );
    }
  }
  patchEntries(node, { removed, inserted }, patching);
}

/** Members come behind the last one that stays. */
function placeBehindLast(
  entries: readonly WrittenEntry[],
  removed: ReadonlySet<number>,
  added: readonly Addition[],
): ReadonlyMap<number, readonly Addition[]> {
  if (added.length === 0) return new Map();
  const last = entries.findLastIndex((_entry, index) => !removed.has(index));
  return new Map([[last, added]]);
}

function patchEntry(
  { entry, pointer }: { readonly entry: WrittenEntry | undefined; readonly pointer: string },
  node: WrittenContainer,
  [before, after]: readonly [JsonValue, JsonValue],
  patching: Patching,
): void {
  if (entry?.from === undefined) {
    if (isSameJson(before, after)) return;
    const why = "nothing is written there that could be changed";
    patching.faults.push({ code: "edit-not-written", params: { pointer, why }, pointer });
    return;
  }
  const holder = node.layout === "flow" ? "flow" : node.kind === "object" ? "key" : "dash";
  const column = columnOf(patching.text, entry.start);
  patchValue(
    { pointer, node: entry.value, holder, from: entry.from, column },
    before,
    after,
    patching,
  );
}

function patchEntries(node: WrittenContainer, changes: EntryChanges, patching: Patching): void {
  if (node.layout === "flow") patchFlowEntries(node, changes, patching);
  else patchBlockEntries(node, changes, patching);
}
