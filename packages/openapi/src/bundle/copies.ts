/**
 * Copies of what is rewritten, which keep where each part was written.
 */
import {
  isJsonArray,
  isJsonObject,
  type JsonObjectDraft,
  type JsonValue,
  setMember,
} from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import type { NodeType } from "../grammar/node-type.ts";
import { carryOrigins, recordHome, recordOrigin, type Trace } from "../trace/trace.ts";
import type { Target } from "./component-names.ts";

/** A copy that knows where it was written: the original may stand in other places too. */
export function copyFrom(value: JsonValue, home: Target, trace: Trace): JsonValue {
  if (!isJsonObject(value) && !isJsonArray(value)) return value;
  const copy = isJsonArray(value) ? [...value] : { ...value };
  carryOrigins(trace, value, copy);
  // A target that is itself put together knows better where it comes from
  if (!trace.homes.has(copy)) {
    recordHome(trace, copy, { document: home.document, pointer: home.pointer });
  }
  return copy;
}

/** A copy that refers to something else. */
export function withRef(value: JsonValue, ref: string, trace: Trace): JsonValue {
  if (!isJsonObject(value)) return value;
  const copy = { ...value, $ref: ref };
  carryOrigins(trace, value, copy);
  return copy;
}

/** References in other files go by places, so an `$id` must not change what they mean. */
export function withoutIdentifier(value: JsonValue, type: NodeType, trace: Trace): JsonValue {
  if (type.kind !== "schema" || type.shape !== "one" || !isJsonObject(value)) return value;
  if (!Object.hasOwn(value, "$id") && !Object.hasOwn(value, "$schema")) return value;
  const { $id: _id, $schema: _schema, ...copy } = value;
  carryOrigins(trace, value, copy);
  return copy;
}

/** What stands beside a reference that was replaced by its target wins over the target. */
export function addSiblings(
  target: JsonValue,
  beside: JsonValue,
  written: Target,
  trace: Trace,
): JsonValue {
  if (!isJsonObject(target) || !isJsonObject(beside) || Object.keys(beside).length === 1) {
    return target;
  }
  const merged: JsonObjectDraft = { ...target };
  carryOrigins(trace, target, merged);
  for (const [key, member] of Object.entries(beside)) {
    if (key === "$ref") continue;
    setMember(merged, key, member);
    const pointer = appendKey(written.pointer, key);
    recordOrigin(trace, merged, key, { kind: "elsewhere", document: written.document, pointer });
  }
  return merged;
}
