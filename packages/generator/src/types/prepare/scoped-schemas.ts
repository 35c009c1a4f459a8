import type { SchemaDocument, SchemaNode } from "@truespec/json-schema";
import { createNameAllocator } from "../../names/allocate.ts";
import { toPascalCase } from "../../names/identifier.ts";
import { type DynamicNames, surveyDynamicNames } from "./dynamic-names.ts";
import { asObject, findAt, formatPointer, parsePointer } from "./pointer.ts";

/** A schema as it is in a dynamic scope that makes it another one. */
export interface ScopedSchema {
  /** The component that it is to become. */
  readonly name: string;
  readonly node: SchemaNode;
}

/** The schemas of a document in the dynamic scopes that lead to them. */
export interface ScopedSchemas {
  /**
   * The JSON Pointer of a schema that is what this one is in its scope: its own, or that of a component
   * that it becomes. Undefined where scopes make too many of it.
   */
  readonly locate: (target: SchemaNode) => string | undefined;
  /** Whether there are as many as there may be. */
  readonly isFull: () => boolean;
  /** The next of those that become components. */
  readonly next: () => ScopedSchema | undefined;
}

/** So many schemas become components for their scopes; that many more are no author's work. */
const maximumScoped = 1000;

/** Starts without any. */
export function createScopedSchemas(schemas: SchemaDocument): ScopedSchemas {
  const { allocate } = createNameAllocator();
  const components = asObject(findAt(schemas.root, ["components", "schemas"])) ?? {};
  for (const name of Object.keys(components)) allocate(name);
  const namesOf = surveyDynamicNames(schemas);
  const known = new Map<string, string>();
  const pending: ScopedSchema[] = [];
  const locate = (target: SchemaNode): string | undefined => {
    const identity = identify(namesOf, target);
    const written = findWritten(schemas, target.pointer);
    if (written === undefined || identify(namesOf, written) === identity) {
      return target.pointer;
    }
    const name = known.get(identity) ?? add(target, identity);
    return name && formatPointer(["components", "schemas", name]);
  };
  const add = (node: SchemaNode, identity: string): string | undefined => {
    if (isFull()) {
      return undefined;
    }
    const name = allocate(nameScoped(node));
    known.set(identity, name);
    pending.push({ name, node });
    return name;
  };
  const isFull = () => known.size === maximumScoped;
  return { locate, isFull, next: () => pending.shift() };
}

/** What stands one step below; its dynamic scope begins there where the description has a schema. */
export function enterMember(
  schemas: SchemaDocument,
  node: SchemaNode,
  key: string,
): SchemaNode | undefined {
  const inner = schemas.findSubschema(node, [key]);
  const isStart =
    node.pointer === "/components/schemas" ||
    (node.place.kind === "host" && (key === "schema" || key === "itemSchema"));
  return inner && isStart ? (schemas.find(inner.pointer) ?? inner) : inner;
}

/** What stands at a pointer, in the scope that it has as a part of the schema around it. */
function findWritten(schemas: SchemaDocument, pointer: string): SchemaNode | undefined {
  let node = schemas.find("");
  for (const key of parsePointer(pointer)) {
    node = node && enterMember(schemas, node, key);
  }
  return node;
}

function nameScoped({ pointer, scope }: SchemaNode): string {
  return `${nameAt(pointer)}In${toPascalCase(nameAt(scope.resources[0]?.root.pointer ?? ""))}`;
}

function nameAt(pointer: string): string {
  const [root, kind, name, ...rest] = parsePointer(pointer);
  if (root === undefined) {
    return "Description";
  }
  const isComponent = root === "components" && kind === "schemas" && rest.length === 0;
  return isComponent && name ? name : toPascalCase(pointer);
}

/** A schema by its place, and by what its scope makes of the names that decide what it says. */
function identify(namesOf: DynamicNames, node: SchemaNode): string {
  const { resources, findDynamicAnchors } = node.scope;
  const bound = namesOf(node).map((name) => {
    const outermost = resources.find((resource) => findDynamicAnchors(resource).has(name));
    return outermost?.root.pointer ?? null;
  });
  return JSON.stringify([node.pointer, ...bound]);
}
