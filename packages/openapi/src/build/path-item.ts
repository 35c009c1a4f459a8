import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { appendKey, localPointer, resolvePointer } from "@truespec/json-schema/json-pointer";
import { findString } from "../json/json-value.ts";
import type { Resolved } from "./resolve.ts";

/** The methods that have a field of their own in a path item. */
export const pathItemMethods: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
]);

/**
 * Whether a method may stand among `additionalOperations`: a token, and none that has a field of its
 * own, in whatever case, for `fetch` sends those in capitals.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#path-item-additional-operations
 */
export function isAdditionalMethod(method: string): boolean {
  return isToken(method) && !pathItemMethods.has(method.toLowerCase());
}

/**
 * Whether a text is a token, of which names of header fields and methods are made.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens
 */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}

/** An operation as it stands in a path item. */
export interface FoundOperation {
  /** The key of its path item. */
  readonly path: string;
  readonly method: string;
  /** The path item, then those that `$ref`s lead to from there: what the first of them says counts. */
  readonly pathItems: readonly Resolved[];
  readonly operation: Resolved;
}

/** A path item under its key. */
export interface KeyedPathItem {
  readonly path: string;
  readonly value: JsonValue;
  readonly pointer: string;
}

/**
 * The operations of a path item, in document order. Those that stand beside a `$ref` win over those
 * of the path item that it names.
 */
export function findOperations(
  document: JsonObject,
  { path, value, pointer }: KeyedPathItem,
): FoundOperation[] {
  const pathItems = followPathItem(document, value, pointer);
  const found = new Map<string, FoundOperation>();
  for (const { method, operation } of pathItems.flatMap(operationsOf)) {
    if (!found.has(method)) found.set(method, { path, method, pathItems, operation });
  }
  return [...found.values()];
}

/**
 * A path item and those that it is a reference to: unlike other objects it says more than its `$ref`.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#path-item-ref
 */
function followPathItem(document: JsonObject, value: JsonValue, pointer: string): Resolved[] {
  const followed = new Map<string, JsonObject>();
  let at: string | undefined = pointer;
  let next: JsonValue | undefined = value;
  while (at !== undefined && isJsonObject(next) && !followed.has(at)) {
    followed.set(at, next);
    const ref = findString(next, "$ref");
    at = ref === undefined ? undefined : localPointer(ref);
    next = at === undefined ? undefined : resolvePointer(document, at);
  }
  return [...followed].map(([pointer, value]) => ({ pointer, value }));
}

/** An operation, and the method that it stands under. */
type KeyedOperation = Pick<FoundOperation, "method" | "operation">;

function operationsOf(pathItem: Resolved): KeyedOperation[] {
  return Object.entries(pathItem.value).flatMap(([key, value]) => {
    const pointer = appendKey(pathItem.pointer, key);
    if (!isJsonObject(value)) return [];
    if (pathItemMethods.has(key)) return [{ method: key, operation: { value, pointer } }];
    return key === "additionalOperations" ? additionalOperations(value, pointer) : [];
  });
}

/** OpenAPI 3.2: methods that have no field of their own, spelled as they are sent. */
function additionalOperations(operations: JsonObject, at: string): KeyedOperation[] {
  return Object.entries(operations).flatMap(([method, value]) => {
    if (!isJsonObject(value) || !isAdditionalMethod(method)) return [];
    return [{ method, operation: { value, pointer: appendKey(at, method) } }];
  });
}
