/**
 * What refers to components by reference or by name: it refers into the composed document afterwards.
 */
import {
  isJsonObject,
  type JsonObjectDraft,
  type JsonValue,
  setMember,
} from "@truespec/json-schema/json";
import { localRef } from "@truespec/json-schema/json-pointer";
import type { NodeType } from "../grammar/node-type.ts";
import { objectMember } from "../json/json-value.ts";
import { carryOrigins } from "../trace/trace.ts";
import { locateReference } from "./locate-reference.ts";
import { findMapped, isMappedRef } from "./references.ts";
import { findRequired, isRequiredRef, renameRequired, securityScheme } from "./requirements.ts";
import { findComponent, type Part, type Rewriting } from "./rewriting.ts";

/** A discriminator with its names rewritten; any other node as it is. */
export function rewriteMapping(
  value: JsonValue,
  type: NodeType,
  { document }: Part,
  rewriting: Rewriting,
): JsonValue {
  const schema = { kind: "schema", shape: "one" } as const;
  const mapped = findMapped(value, type).flatMap(({ tag, name }) => {
    const isLeft = document === rewriting.library.root && name.startsWith("#");
    if (isLeft || !isMappedRef(name)) return [];
    const target = locateReference(rewriting.library, document, name);
    if (target.kind !== "found") return [];
    const component = findComponent(target, schema, undefined, rewriting);
    return component === undefined ? [] : [{ tag, ref: localRef(component) }];
  });
  if (mapped.length === 0 || !isJsonObject(value)) return value;
  const copy: JsonObjectDraft = { ...value };
  carryOrigins(rewriting.trace, value, copy);
  const mapping: JsonObjectDraft = { ...objectMember(value, "mapping") };
  for (const { tag, ref } of mapped) {
    if (tag === undefined) copy["defaultMapping"] = ref;
    else setMember(mapping, tag, ref);
  }
  if (Object.hasOwn(value, "mapping")) copy["mapping"] = mapping;
  return copy;
}

/** A node with the URIs of its security requirements rewritten. */
export function rewriteRequired(
  value: JsonValue,
  type: NodeType,
  { document }: Part,
  rewriting: Rewriting,
): JsonValue {
  const { library, trace } = rewriting;
  const isLeft = (name: string): boolean =>
    (document === library.root && name.startsWith("#")) || !isRequiredRef(name, library.root.value);
  if (!isJsonObject(value) || findRequired(value, type).every(({ name }) => isLeft(name))) {
    return value;
  }
  const rename = (name: string): string => {
    const target = isLeft(name) ? undefined : locateReference(library, document, name);
    if (target?.kind !== "found") return name;
    const component = findComponent(target, securityScheme, undefined, rewriting);
    return component === undefined ? name : localRef(component);
  };
  return renameRequired(value, rename, trace);
}
