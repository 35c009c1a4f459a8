import {
  type JsonObject,
  type JsonValue,
  openSchemas,
  type SchemaDocument,
} from "@truespec/json-schema";
import { findAt, formatPointer, fromMembers, isObject, own, parseFragment } from "./pointer.ts";

/** Keywords whose value is data, in which a reference is none. */
const data = new Set(["const", "default", "enum", "example", "examples"]);

/** Maps whose keys are names of the author's: `default` among them is a name like any other. */
const named = new Set([
  ...["$defs", "dependentSchemas", "patternProperties", "properties"],
  ...["callbacks", "headers", "responses", "webhooks"],
]);

/**
 * The document with JSON Pointers in place of references by `$id` and `$anchor`, as far as they lead
 * somewhere and no pointer does already.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
export function pointReferences(document: JsonObject): JsonObject {
  const schemas = openSchemas(document);
  const point = (node: JsonValue, tokens: readonly string[]): JsonValue => {
    if (Array.isArray(node)) {
      return node.map((item, index) => point(item, [...tokens, String(index)]));
    }
    if (!isObject(node)) {
      return node;
    }
    const changed = Object.entries(node).map(([key, value]) => {
      const isData = data.has(key) && !isNamed(tokens);
      return [key, isData ? value : point(value, [...tokens, key])] as const;
    });
    const target = findTarget(schemas, node, tokens);
    return { ...fromMembers(changed), ...(target === undefined ? {} : { $ref: target }) };
  };
  return pointMembers(document, point);
}

function isNamed(tokens: readonly string[]): boolean {
  const [root, ...rest] = tokens;
  return named.has(tokens.at(-1) ?? "") || (root === "components" && rest.length === 1);
}

function pointMembers(
  document: JsonObject,
  point: (node: JsonValue, tokens: readonly string[]) => JsonValue,
): JsonObject {
  return fromMembers(Object.entries(document).map(([key, value]) => [key, point(value, [key])]));
}

function findTarget(
  schemas: SchemaDocument,
  node: JsonObject,
  tokens: readonly string[],
): string | undefined {
  const reference = own(node, "$ref");
  if (typeof reference !== "string") {
    return undefined;
  }
  const written = parseFragment(reference);
  if (written !== undefined && findAt(schemas.root, written) !== undefined) {
    return undefined;
  }
  const schema = schemas.find(formatPointer(tokens));
  const target = schema && schemas.findReferenced(schema, reference);
  return target === undefined ? undefined : `#${encodeURI(target.pointer).replaceAll("#", "%23")}`;
}
