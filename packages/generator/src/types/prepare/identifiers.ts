import {
  type JsonObject,
  type JsonValue,
  openSchemas,
  type SchemaDocument,
  type SchemaNode,
} from "@truespec/json-schema";
import { asObject, fromMembers, isObject, items, members, own } from "./pointer.ts";
import { createScopedSchemas, enterMember, type ScopedSchemas } from "./scoped-schemas.ts";

/**
 * The document with a JSON Pointer in a `$ref` in place of each reference by `$id`, `$anchor` and
 * `$dynamicAnchor` that leads somewhere. A schema that a dynamic scope makes another one becomes a
 * component for that scope besides: `ListInNames` is what `List` is where `Names` refers to it.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
export function pointReferences(document: JsonObject): JsonObject {
  const schemas = openSchemas(document);
  const root = schemas.find("");
  const pointing = { schemas, scoped: createScopedSchemas(schemas) };
  const pointed = asObject(root && point(pointing, root)) ?? document;
  const added: [string, JsonValue][] = [];
  for (let next = pointing.scoped.next(); next; next = pointing.scoped.next()) {
    added.push([next.name, withoutDefinitions(point(pointing, next.node))]);
  }
  return added.length === 0 ? pointed : addSchemas(pointed, added);
}

const naming = ["$id", "$anchor", "$dynamicAnchor", "$dynamicRef"];

/** Whether a schema of a document may be referred to by something else than a JSON Pointer. */
export function mayNameSchemas(document: JsonObject): boolean {
  const queue: JsonValue[] = [document];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (isObject(next) && naming.some((keyword) => Object.hasOwn(next, keyword))) {
      return true;
    }
    if (typeof next === "object" && next !== null) {
      for (const value of Object.values(next)) queue.push(value);
    }
  }
  return false;
}

interface Pointing {
  readonly schemas: SchemaDocument;
  readonly scoped: ScopedSchemas;
}

function point(pointing: Pointing, node: SchemaNode): JsonValue {
  const { value, kind } = node.place;
  const pointMember = (key: string, member: JsonValue): JsonValue => {
    const inner = enterMember(pointing.schemas, node, key);
    return inner === undefined ? member : point(pointing, inner);
  };
  if (Array.isArray(value)) {
    return value.map((item, index) => pointMember(String(index), item));
  }
  if (!isObject(value) || kind === "value") {
    return value;
  }
  const changed = members(value).map(([key, one]) => [key, pointMember(key, one)] as const);
  return withReferences(fromMembers(changed), findReferences(pointing, node, value));
}

interface PointedReference {
  readonly keyword: string;
  /** Undefined where nothing can be said of the target. */
  readonly target: string | undefined;
}

/** The references of a schema that lead somewhere. */
function findReferences(
  { schemas, scoped }: Pointing,
  node: SchemaNode,
  schema: JsonObject,
): readonly PointedReference[] {
  return ["$ref", "$dynamicRef"].flatMap((keyword) => {
    const reference = own(schema, keyword);
    if (typeof reference !== "string") {
      return [];
    }
    const target =
      keyword === "$ref"
        ? schemas.findReferenced(node, reference)
        : schemas.findDynamicallyReferenced(node, reference);
    return target === undefined ? [] : [{ keyword, target: scoped.locate(target) }];
  });
}

/** A schema can hold one `$ref`; what another one refers to is a branch of `allOf`, which means the same. */
function withReferences(schema: JsonObject, references: readonly PointedReference[]): JsonObject {
  if (references.length === 0) {
    return schema;
  }
  const keywords = references.map(({ keyword }) => keyword);
  const kept = members(schema).filter(([key]) => !keywords.includes(key));
  const [first, ...others] = references.flatMap(({ target }) =>
    target === undefined ? [] : [{ $ref: `#${encodeURI(target).replaceAll("#", "%23")}` }],
  );
  return {
    ...fromMembers(kept),
    ...first,
    ...(others.length === 0 ? {} : { allOf: [...items(own(schema, "allOf")), ...others] }),
  };
}

/** References lead to the definitions of the schema that this one is a copy of. */
function withoutDefinitions(schema: JsonValue): JsonValue {
  return isObject(schema)
    ? fromMembers(members(schema).filter(([key]) => key !== "$defs" && key !== "definitions"))
    : schema;
}

function addSchemas(
  document: JsonObject,
  added: readonly (readonly [string, JsonValue])[],
): JsonObject {
  const components = asObject(own(document, "components")) ?? {};
  const schemas = fromMembers([...members(own(components, "schemas")), ...added]);
  return { ...document, components: { ...components, schemas } };
}
