import { findMember, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import {
  invertParents,
  type Kinship,
  listAlternatives,
  listDescendants,
  listParents,
} from "./kinship.ts";

/** A component whose alternatives are made of itself, and all that are made of it. */
export interface Union {
  readonly name: string;
  readonly descendants: ReadonlySet<string>;
  /** The alternatives, as written: components, and what is written out. */
  readonly children: ReadonlySet<JsonObject>;
}

/** The unions of which each child is a part. */
export type Plan = ReadonlyMap<JsonObject, readonly Union[]>;

/** Finds the components whose alternatives are made of themselves: `Pet: { oneOf: [Cat] }`, `Cat: { allOf: [Pet] }`. */
export function findUnions(kinship: Kinship): readonly Union[] {
  const inverted = invertParents(kinship);
  return [...kinship.alternatives].flatMap(([name, alternatives]) => {
    if (alternatives.length === 0 || !inverted.has(name)) return [];
    const kin = { name, descendants: listDescendants(inverted, name) };
    const children = listChildren(kinship, kin, alternatives);
    return children.size === 0 ? [] : [{ ...kin, children }];
  });
}

/** The schemas among alternatives, and among theirs, that are made of `name`. */
export function listChildren(
  { schemas, parents, alternatives }: Kinship,
  { name, descendants }: Pick<Union, "name" | "descendants">,
  from: readonly JsonObject[],
): ReadonlySet<JsonObject> {
  const children = new Set<JsonObject>();
  const branches = new Set(from);
  const made = new Set<string>();
  for (const branch of branches) {
    const listed = listParents(branch);
    const isWrittenOut = Object.keys(branch).some((key) => key !== "$ref");
    if (isWrittenOut && listed.some((one) => descendants.has(one))) children.add(branch);
    for (const one of listed) {
      const schema = findMember(schemas, one);
      if (one !== name && descendants.has(one) && isJsonObject(schema)) children.add(schema);
      made.add(one);
    }
    made.delete(name);
    for (const one of made) {
      for (const parent of parents.get(one) ?? []) if (parent !== name) made.add(parent);
      for (const alternative of alternatives.get(one) ?? []) branches.add(alternative);
    }
    for (const alternative of listAlternatives(branch)) branches.add(alternative);
  }
  return children;
}

/** By child, the unions whose alternatives it must not look at again. */
export function planUnions(unions: readonly Union[]): Plan {
  const plan = new Map<JsonObject, Union[]>();
  for (const union of unions) {
    for (const child of union.children) {
      const known = plan.get(child);
      if (known === undefined) plan.set(child, [union]);
      else known.push(union);
    }
  }
  return plan;
}
