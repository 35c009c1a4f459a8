import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { localRef } from "@truespec/json-schema/json-pointer";
import { asObject, findReferred } from "./types/prepare/pointer.ts";

/** So many references lead on from one another at most. */
const longestChain = 20;

/** A node, or what its reference leads to. */
export function follow(document: JsonObject, node: JsonObject | undefined): JsonObject | undefined {
  const reference = node?.["$ref"];
  return typeof reference === "string" ? resolve(document, reference) : node;
}

/** The object that a local reference leads to, and those that stand there in its place. */
export function resolve(document: JsonObject, reference: string): JsonObject | undefined {
  let found: JsonObject | undefined;
  let next: JsonValue | undefined = reference;
  for (let step = 0; typeof next === "string" && step < longestChain; step += 1) {
    found = asObject(findReferred(document, next));
    next = found?.["$ref"];
  }
  return found;
}

/** The object at a pointer of the model, or what the reference there leads to. */
export function resolveAt(document: JsonObject, pointer: string): JsonObject | undefined {
  return resolve(document, localRef(pointer));
}
