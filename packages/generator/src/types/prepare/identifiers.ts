import {
  type JsonObject,
  type JsonValue,
  openSchemas,
  type SchemaDocument,
  type SchemaNode,
} from "@truespec/json-schema";
import { localRef } from "@truespec/json-schema/json-pointer";
import { addSchemas } from "./add-schemas.ts";
import { asObject, fromMembers, isObject, items, members, own } from "./pointer.ts";
import { createScopedSchemas, enterMember, type ScopedSchemas } from "./scoped-schemas.ts";

/** A document that needs no identifiers. */
export interface PointedDocument {
  readonly document: JsonObject;
  /** Whether it says all that it said: not where some references were left out. */
  readonly isWhole: boolean;
}

/**
 * The document with a JSON Pointer in a `$ref` in place of each reference by `$id`, `$anchor` and
 * `$dynamicAnchor` that leads somewhere, and without these identifiers. A schema that a dynamic scope makes
 * another one becomes a component for that scope besides: `ListInNames` is what `List` is where `Names`
 * refers to it. References to more of these than anybody writes are left out.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
export function pointReferences(document: JsonObject): PointedDocument {
  const schemas = openSchemas(document);
  const root = schemas.find("");
  const pointing = { schemas, scoped: createScopedSchemas(schemas) };
  const pointed = asObject(root && point(pointing, root)) ?? document;
  const added: [string, JsonValue][] = [];
  for (let next = pointing.scoped.next(); next; next = pointing.scoped.next()) {
    added.push([next.name, withoutDefinitions(point(pointing, next.node))]);
  }
  return {
    document: addSchemas(pointed, added),
    isWhole: !pointing.scoped.isFull(),
  };
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

const identifiers = ["$id", "$anchor", "$dynamicAnchor"];

/** A schema can hold one `$ref`; what another one refers to is a branch of `allOf`, which means the same. */
function withReferences(schema: JsonObject, references: readonly PointedReference[]): JsonObject {
  const replaced = references.map(({ keyword }) => keyword);
  const kept = members(schema).filter(
    ([key, value]) =>
      !replaced.includes(key) && !(typeof value === "string" && identifiers.includes(key)),
  );
  const [first, ...others] = references.flatMap(({ target }) =>
    target === undefined ? [] : [{ $ref: localRef(target) }],
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
