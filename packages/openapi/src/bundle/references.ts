import type { JsonValue } from "@truespec/json-schema";
import { grammar } from "../grammar/grammar.ts";
import type { NodeType } from "../grammar/node-type.ts";
import { findString, objectMember } from "../json/json-value.ts";
import { keysOf, type Place, step } from "../pointer/place.ts";

/**
 * The section of the components where the target of a reference is kept; undefined when the target is
 * put in the reference's place.
 *
 * Components stay shared. Path items below `paths` and `webhooks` are put where overlays look for
 * them, and so is what no reference may stand for, such as `info` or a whole map of schemas.
 */
export function findSection(type: NodeType, place: Place): string | undefined {
  if (type.kind === "pathItem" && keysOf(place).length === 2) return undefined;
  return type.shape === "one" ? grammar[type.kind].section : undefined;
}

/** Whether a reference may stand where a node of this type stands. */
export function mayBeReference(type: NodeType): boolean {
  return type.shape === "one" && grammar[type.kind].section !== undefined;
}

/** Whether a reference of the root document may stay as it is written. */
export function isSettled(ref: string, type: NodeType): boolean {
  return ref.startsWith("#") && mayBeReference(type);
}

/** Whether a node is a path item: it may have a `$ref`, in Swagger 2.0 too, which shares none. */
export function isPathItem({ kind, shape }: NodeType): boolean {
  return shape === "one" && (kind === "pathItem" || kind === "swaggerPathItem");
}

/** The `$ref` of a node. */
export function findRef(value: JsonValue): string | undefined {
  return findString(value, "$ref");
}

/** A schema that a discriminator names. */
export interface Mapped {
  /** The value that it is chosen by; undefined for the `defaultMapping` of OpenAPI 3.2. */
  readonly tag: string | undefined;
  /** As written: a reference, or the name of a component. */
  readonly name: string;
}

/** The schemas that a discriminator names; none where a node is no discriminator. */
export function findMapped(value: JsonValue, type: NodeType): readonly Mapped[] {
  if (type.kind !== "discriminator" || type.shape !== "one") return [];
  const mapped = Object.entries(objectMember(value, "mapping")).flatMap(([tag, name]) =>
    typeof name === "string" ? [{ tag, name }] : [],
  );
  const name = findString(value, "defaultMapping");
  return name === undefined ? mapped : [...mapped, { tag: undefined, name }];
}

/** Whether a discriminator or a security requirement names a component by a reference, and not by its name. */
export function isMappedRef(name: string): boolean {
  return /^#|\/|\.(?:json|ya?ml)(?:#|$)/i.test(name);
}

/** Where a discriminator holds the name of a schema. */
export function placeOfMapped(place: Place, { tag }: Mapped): Place {
  return tag === undefined ? step(place, "defaultMapping") : step(step(place, "mapping"), tag);
}
