import type { JsonValue } from "@truespec/json-schema";
import { findBelow, findChild, splitPointer } from "@truespec/json-schema/json-pointer";
import {
  type Draft,
  type DraftContainer,
  isDraftArray,
  openContainer,
  setChild,
} from "../draft/draft.ts";
import { findNearPointers } from "../pointer/near-pointers.ts";
import type { DocumentEdit } from "./edit.ts";
import type { EditFault } from "./patching.ts";

/**
 * Makes an edit on a draft; answers why it cannot be made. `shared` are the values that stand at
 * several places of the text at once, so that nothing in them can change at one place alone.
 */
export function applyEdit(
  draft: Draft,
  edit: DocumentEdit,
  shared: ReadonlySet<JsonValue>,
): EditFault | undefined {
  const keys = splitPointer(edit.pointer);
  const last = keys.at(-1);
  if (last === undefined) return replaceRoot(draft, edit);
  const way = keys.slice(0, -1);
  if (isShared(draft.root, way, shared)) {
    return { code: "edit-shared", params: { pointer: edit.pointer }, pointer: edit.pointer };
  }
  const container = openContainer(draft, way);
  const isDone = container !== undefined && changeChild(container, last, edit);
  return isDone ? undefined : notFound(draft, edit);
}

function replaceRoot(draft: Draft, edit: DocumentEdit): EditFault | undefined {
  if (edit.kind !== "set") return notFound(draft, edit);
  draft.root = edit.value;
  return undefined;
}

function isShared(
  root: JsonValue,
  way: readonly string[],
  shared: ReadonlySet<JsonValue>,
): boolean {
  return way.some((_key, index) => {
    const value = findBelow(root, way.slice(0, index + 1));
    return typeof value === "object" && value !== null && shared.has(value);
  });
}

function changeChild(container: DraftContainer, key: string, edit: DocumentEdit): boolean {
  const isThere = findChild(container, key) !== undefined;
  switch (edit.kind) {
    case "remove":
      if (isThere) removeChild(container, key);
      return isThere;
    case "set":
      if (isDraftArray(container) && !isThere) return false;
      setChild(container, key, edit.value);
      return true;
    case "insert":
      return insertChild(container, key, edit.value);
  }
}

function removeChild(container: DraftContainer, key: string): void {
  if (isDraftArray(container)) container.splice(Number(key), 1);
  else delete container[key];
}

function insertChild(container: DraftContainer, key: string, value: JsonValue): boolean {
  if (!isDraftArray(container)) {
    if (Object.hasOwn(container, key)) return false;
    setChild(container, key, value);
    return true;
  }
  const index = key === "-" ? container.length : Number(key);
  if (!/^(?:-|0|[1-9]\d*)$/.test(key) || index > container.length) return false;
  container.splice(index, 0, value);
  return true;
}

function notFound({ root }: Draft, { pointer, kind }: DocumentEdit): EditFault {
  const near = kind === "insert" ? [] : findNearPointers(root, pointer);
  return { code: "edit-not-found", params: { pointer, near }, pointer };
}
