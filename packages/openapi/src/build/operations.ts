import { isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { appendKey, resolvePointer } from "@truespec/json-schema/json-pointer";
import { objectMember } from "../json/json-value.ts";
import type { Callback, Operation } from "../model/model.ts";
import { buildOperations, type Inherited } from "./operation.ts";
import { type FoundOperation, findOperations } from "./path-item.ts";
import { resolveObject } from "./resolve.ts";

/** Every operation below `paths`, in document order. */
export function buildPaths(document: JsonObject, inherited: Inherited): Operation[] {
  const found = operationsBelow(document, objectMember(document, "paths"), "/paths");
  const paths = found.filter(({ path }) => !path.startsWith("x-"));
  const read = paths.map((operation) => ({ ...operation, path: readPath(operation.path) }));
  return withCallbacks(document, read, inherited);
}

/**
 * A key of `paths` as the path that requests are matched with: one that lacks its slash has it, and
 * an extension is none.
 */
export function readPath(key: string): string {
  return key.startsWith("/") || key.startsWith("x-") || key === "$ref" ? key : `/${key}`;
}

/** Every operation below `webhooks`, in document order. */
export function buildWebhooks(document: JsonObject, inherited: Inherited): Operation[] {
  const found = operationsBelow(document, objectMember(document, "webhooks"), "/webhooks");
  return withCallbacks(document, found, sentElsewhere(inherited));
}

function withCallbacks(
  document: JsonObject,
  found: readonly FoundOperation[],
  inherited: Inherited,
): Operation[] {
  return buildOperations(document, found, inherited).map((operation) => ({
    ...operation,
    callbacks: buildCallbacks(document, operation.pointer, inherited),
  }));
}

/** The callbacks of an operation. Those of their own operations are left to the document. */
function buildCallbacks(document: JsonObject, pointer: string, inherited: Inherited): Callback[] {
  const at = appendKey(pointer, "callbacks");
  const callbacks = objectMember(resolvePointer(document, pointer), "callbacks");
  return Object.entries(callbacks).flatMap(([name, value]) => {
    const found = resolveObject(document, value, appendKey(at, name));
    if (found === undefined) return [];
    const pathItems = operationsBelow(document, found.value, found.pointer);
    const requests = pathItems.filter(({ path }) => !path.startsWith("x-"));
    const operations = buildOperations(document, requests, sentElsewhere(inherited));
    return [
      {
        name,
        pointer: found.pointer,
        operations: operations.map((operation) => ({ ...operation, callbacks: [] })),
      },
    ];
  });
}

/** What the API itself sends goes to none of its own servers. */
function sentElsewhere(inherited: Inherited): Inherited {
  return { ...inherited, servers: [] };
}

function operationsBelow(
  document: JsonObject,
  pathItems: JsonObject,
  pointer: string,
): FoundOperation[] {
  return Object.entries(pathItems).flatMap(([path, value]) =>
    isJsonObject(value)
      ? findOperations(document, { path, value, pointer: appendKey(pointer, path) })
      : [],
  );
}
