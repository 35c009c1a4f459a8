import type { JsonObject, JsonValue } from "@truespec/json-schema";
import {
  type SchemaObject,
  STRING,
  type TransformNodeOptions,
  transformSchemaObject,
  tsLiteral,
} from "openapi-typescript";
import type { TypeNode } from "typescript";
import type { PreparedDocument } from "../prepare/document.ts";
import { asObject, findAt, isObject, items, own } from "../prepare/pointer.ts";
import { refTo } from "../prepare/preparation.ts";
import compiler from "./compiler.ts";

const { factory, SyntaxKind } = compiler;

/** What the library prints otherwise than JSON Schema means it: tuples, bytes, open enums, arrays of themselves. */
export function createTransform(
  prepared: PreparedDocument,
): (schema: SchemaObject, options: TransformNodeOptions) => TypeNode | undefined {
  const aliases = createAliases(prepared);
  return (written, options) => {
    const schema: JsonValue = written as unknown as JsonValue;
    if (!isObject(schema)) {
      return undefined;
    }
    // Nothing here reads where a schema stands, and the library parses the whole path for each below it.
    options.path = "";
    const alias = aliases(schema, options);
    if (alias !== undefined) {
      return alias;
    }
    const printed = printFixed(own(schema, "x-truespec-print"));
    if (printed !== undefined) {
      return printed;
    }
    if (Object.hasOwn(schema, "x-truespec-open")) {
      return openEnum(items(own(schema, "x-truespec-open")));
    }
    return Object.hasOwn(schema, "prefixItems") ? tuple(schema, options) : undefined;
  };
}

/** Types that no schema has. */
function printFixed(name: JsonValue | undefined): TypeNode | undefined {
  switch (name) {
    case "blob":
      return factory.createTypeReferenceNode("Blob");
    case "date":
      // A schema may be called Date.
      return factory.createTypeReferenceNode("globalThis.Date");
    case "object":
      return factory.createKeywordTypeNode(SyntaxKind.ObjectKeyword);
    case "anything":
      return factory.createUnionTypeNode([
        factory.createTypeLiteralNode([]),
        factory.createLiteralTypeNode(factory.createNull()),
      ]);
    default:
      return undefined;
  }
}

type Aliases = (schema: JsonObject, options: TransformNodeOptions) => TypeNode | undefined;

/**
 * A schema that contains itself through arrays becomes an alias of its own, and is called by it there:
 * TypeScript resolves `A[]` late where `A` is an alias, and `components["schemas"]["A"][]` at once.
 */
function createAliases(prepared: PreparedDocument): Aliases {
  const schemas = asObject(findAt(prepared.document, ["components", "schemas"])) ?? {};
  const names = new Map<JsonObject, string>();
  const references = new Map<JsonValue | undefined, string>();
  for (const name of prepared.recursive) {
    const schema = asObject(own(schemas, name));
    if (schema !== undefined) {
      const alias = `_Recursive${names.size + 1}`;
      names.set(schema, alias);
      references.set(own(refTo("schemas", name), "$ref"), alias);
    }
  }
  const written = new Set<string>();
  return (schema, options) => {
    const name = names.get(schema);
    if (name === undefined) {
      const called = own(schema, calledBy);
      return typeof called === "string" ? factory.createTypeReferenceNode(called) : undefined;
    }
    if (!written.has(name)) {
      written.add(name);
      const copy = callByAlias(schema, references) as unknown as SchemaObject;
      options.ctx.injectFooter.push(
        factory.createTypeAliasDeclaration(
          undefined,
          name,
          undefined,
          transformSchemaObject(copy, options),
        ),
      );
    }
    return factory.createTypeReferenceNode(name);
  };
}

/** The key of the alias that is printed for a schema. */
const calledBy = "x-truespec-alias";

/** A copy in which the references that TypeScript resolves at once are aliases, where they have one; the library asks of items for a `type`. */
function callByAlias(
  schema: JsonObject,
  references: ReadonlyMap<JsonValue | undefined, string>,
): JsonObject {
  const alias = references.get(own(schema, "$ref"));
  if (alias !== undefined) {
    return { type: "object", [calledBy]: alias };
  }
  const part = (value: JsonValue): JsonValue =>
    isObject(value) ? callByAlias(value, references) : value;
  const parts = ["allOf", "anyOf", "prefixItems", "items"].flatMap((key) => {
    const value = own(schema, key);
    if (value === undefined) return [];
    return [[key, Array.isArray(value) ? value.map(part) : part(value)] as const];
  });
  return { ...schema, ...Object.fromEntries(parts) };
}

/** `"a" | "b" | (string & {})`: any string, with those that are known offered first. */
function openEnum(values: readonly JsonValue[]): TypeNode {
  const anyString = factory.createIntersectionTypeNode([STRING, factory.createTypeLiteralNode([])]);
  return factory.createUnionTypeNode([...values.map((value) => tsLiteral(value)), anyString]);
}

function tuple(schema: JsonObject, options: TransformNodeOptions): TypeNode {
  const print = (value: JsonValue) =>
    transformSchemaObject(value as unknown as SchemaObject, options);
  const minimum = Number(own(schema, "minItems") ?? 0);
  const members = items(own(schema, "prefixItems")).map((item, index) =>
    index < minimum ? print(item) : factory.createOptionalTypeNode(print(item)),
  );
  const rest = own(schema, "items") ?? {};
  const tail =
    rest === false ? [] : [factory.createRestTypeNode(factory.createArrayTypeNode(print(rest)))];
  return factory.createTupleTypeNode([...members, ...tail]);
}
