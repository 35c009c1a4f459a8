import { findMember, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { arrayMember, objectMember } from "../../json/json-value.ts";
import { findReferenced } from "./reference.ts";

/** The pointers of the components that have a component among their parents, by `allOf`, near or far; itself left out. */
export type Heirs = (pointer: string) => readonly string[];

/** Reads which component schemas of a document descend from which. */
export function createHeirs(document: JsonObject): Heirs {
  const children = new Map<string, string[]>();
  const schemas = objectMember(findMember(document, "components"), "schemas");
  for (const [name, schema] of Object.entries(schemas)) {
    for (const parent of arrayMember(schema, "allOf")) {
      const target = isJsonObject(parent) ? findReferenced(document, parent) : undefined;
      if (target === undefined) continue;
      const child = appendKey("/components/schemas", name);
      children.set(target.pointer, [...(children.get(target.pointer) ?? []), child]);
    }
  }
  return (pointer) => {
    // It grows while it is walked.
    const reached = new Set([pointer]);
    for (const one of reached) for (const child of children.get(one) ?? []) reached.add(child);
    return [...reached].slice(1);
  };
}
