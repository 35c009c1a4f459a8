import {
  type JsonObject,
  type JsonObjectDraft,
  type JsonValue,
  setMember,
} from "@truespec/json-schema/json";
import { carryOrigins, recordOrigin, type Trace } from "../trace/trace.ts";

/** A member that takes the place of another. */
export interface Replacement {
  readonly key: string;
  readonly value: JsonValue;
}

/**
 * A copy of an object in which one member is another, in the same position and remembered as
 * written where the first was; without a replacement the member is left out.
 */
export function replaceMember(
  object: JsonObject,
  key: string,
  replacement: Replacement | undefined,
  trace: Trace,
): JsonObject {
  const copy: JsonObjectDraft = {};
  carryOrigins(trace, object, copy);
  for (const [name, value] of Object.entries(object)) {
    if (name !== key) {
      if (name !== replacement?.key) setMember(copy, name, value);
    } else if (replacement !== undefined) {
      setMember(copy, replacement.key, replacement.value);
    }
  }
  if (replacement !== undefined && replacement.key !== key) {
    recordOrigin(trace, copy, replacement.key, { kind: "renamed", keys: [key] });
  }
  return copy;
}

/** A copy of an object without some of its members. */
export function withoutMembers(
  object: JsonObject,
  isLeftOut: (key: string) => boolean,
  trace: Trace,
): JsonObject {
  const copy: JsonObject = Object.fromEntries(
    Object.entries(object).filter(([key]) => !isLeftOut(key)),
  );
  carryOrigins(trace, object, copy);
  return copy;
}

/** A copy of an object with one member set, at the end when it is new. */
export function withMember(
  object: JsonObject,
  { key, value }: Replacement,
  trace: Trace,
): JsonObject {
  const copy: JsonObjectDraft = { ...object };
  carryOrigins(trace, object, copy);
  setMember(copy, key, value);
  return copy;
}
