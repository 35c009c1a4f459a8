import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { type Resolved, resolveObject } from "./resolve.ts";

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

/** An operation as it stands in a path item. */
export interface FoundOperation {
  /** The key of its path item. */
  readonly path: string;
  readonly method: string;
  readonly pathItem: Resolved;
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
  const written = isJsonObject(value) ? operationsOf(path, { value, pointer }) : [];
  const referred = resolveObject(document, value, pointer);
  if (referred === undefined || referred.pointer === pointer) return written;
  const own = new Set(written.map(({ method }) => method));
  const others = operationsOf(path, referred).filter(({ method }) => !own.has(method));
  return [...written, ...others];
}

function operationsOf(path: string, pathItem: Resolved): FoundOperation[] {
  return Object.entries(pathItem.value).flatMap(([key, value]) => {
    const pointer = appendKey(pathItem.pointer, key);
    if (!isJsonObject(value)) return [];
    if (pathItemMethods.has(key)) {
      return [{ path, method: key, pathItem, operation: { value, pointer } }];
    }
    return key === "additionalOperations" ? additionalOperations(path, pathItem, value) : [];
  });
}

/** OpenAPI 3.2: methods that have no field of their own, spelled as they are sent. */
function additionalOperations(
  path: string,
  pathItem: Resolved,
  operations: JsonObject,
): FoundOperation[] {
  const at = appendKey(pathItem.pointer, "additionalOperations");
  return Object.entries(operations).flatMap(([method, value]) => {
    const isFixed = pathItemMethods.has(method.toLowerCase());
    if (!isJsonObject(value) || isFixed) return [];
    return [{ path, method, pathItem, operation: { value, pointer: appendKey(at, method) } }];
  });
}
