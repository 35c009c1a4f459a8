import {
  isJsonObject,
  type JsonObject,
  type JsonObjectDraft,
  type JsonValue,
  setMember,
} from "@truespec/json-schema/json";
import { findBelow } from "@truespec/json-schema/json-pointer";
import type { NodeType } from "../grammar/node-type.ts";
import { arrayMember } from "../json/json-value.ts";
import { carryOrigins, type Trace } from "../trace/trace.ts";
import { isMappedRef } from "./references.ts";
import { sectionKeys } from "./sections.ts";

/** What a security requirement names. */
export const securityScheme: NodeType = { kind: "securityScheme", shape: "one" };

/** The security schemes that the requirements of a node name, each with the place of its alternative in the list. */
export function findRequired(
  value: JsonValue,
  { kind, shape }: NodeType,
): readonly { readonly name: string; readonly index: number }[] {
  if (shape !== "one" || (kind !== "description" && kind !== "operation")) return [];
  return [...arrayMember(value, "security").entries()].flatMap(([index, alternative]) =>
    isJsonObject(alternative) ? Object.keys(alternative).map((name) => ({ name, index })) : [],
  );
}

/**
 * Whether a requirement names a scheme by its URI, as OpenAPI 3.2 allows. What is the name of one of the
 * root document's components is a name.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#security-requirement-object
 */
export function isRequiredRef(name: string, root: JsonValue): boolean {
  return (
    isMappedRef(name) &&
    findBelow(root, [...sectionKeys(root, "securitySchemes"), name]) === undefined
  );
}

/** A copy of a node whose requirements name their schemes otherwise. */
export function renameRequired(
  holder: JsonObject,
  rename: (name: string) => string,
  trace: Trace,
): JsonObject {
  const security = arrayMember(holder, "security").map((alternative) => {
    if (!isJsonObject(alternative)) return alternative;
    const renamed: JsonObjectDraft = {};
    for (const [name, scopes] of Object.entries(alternative)) {
      setMember(renamed, rename(name), scopes);
    }
    return renamed;
  });
  const copy = { ...holder, security };
  carryOrigins(trace, holder, copy);
  return copy;
}
