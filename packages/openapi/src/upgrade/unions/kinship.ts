import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { localPointer, splitPointer } from "@truespec/json-schema/json-pointer";
import { arrayMember, findString, objectMember } from "../../json/json-value.ts";

/** How the component schemas of a document are made of each other, for one and the same instance. */
export interface Kinship {
  readonly schemas: JsonObject;
  /** By name, those that a schema is as well, by `$ref` and `allOf`. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** By name, the alternatives of a schema, by `oneOf` and `anyOf`. */
  readonly alternatives: ReadonlyMap<string, readonly JsonObject[]>;
}

/** The component that a schema is a reference to. */
export function findTarget(schema: JsonObject): string | undefined {
  const ref = findString(schema, "$ref");
  const pointer = ref === undefined ? undefined : localPointer(ref);
  const [root, section, name, ...rest] = pointer === undefined ? [] : splitPointer(pointer);
  return root === "components" && section === "schemas" && rest.length === 0 ? name : undefined;
}

/** A schema and all that is written out in its `allOf`. */
export function listConjuncts(schema: JsonValue): readonly JsonObject[] {
  if (!isJsonObject(schema)) return [];
  return [schema, ...arrayMember(schema, "allOf").flatMap(listConjuncts)];
}

/** The components that a schema is as well. */
export function listParents(schema: JsonValue): readonly string[] {
  return listConjuncts(schema).flatMap((one) => findTarget(one) ?? []);
}

/** The alternatives that a schema lists. */
export function listAlternatives(schema: JsonValue): readonly JsonObject[] {
  const conjuncts = listConjuncts(schema);
  return conjuncts.flatMap((one) =>
    ["oneOf", "anyOf"].flatMap((key) => arrayMember(one, key).filter(isJsonObject)),
  );
}

/** Surveys the component schemas of a document. */
export function surveyKinship(document: JsonObject): Kinship {
  const schemas = objectMember(objectMember(document, "components"), "schemas");
  const entries = Object.entries(schemas);
  return {
    schemas,
    parents: new Map(entries.map(([name, schema]) => [name, listParents(schema)])),
    alternatives: new Map(entries.map(([name, schema]) => [name, listAlternatives(schema)])),
  };
}

/** All components that are a component as well, itself among them. */
export function listDescendants(
  children: ReadonlyMap<string, readonly string[]>,
  name: string,
): ReadonlySet<string> {
  const found = new Set([name]);
  for (const one of found) for (const child of children.get(one) ?? []) found.add(child);
  return found;
}

/** The children of each component. */
export function invertParents({ parents }: Kinship): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [name, listed] of parents) {
    for (const parent of listed) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [name]);
      else known.push(name);
    }
  }
  return children;
}
