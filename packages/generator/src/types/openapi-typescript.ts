import { createRequire } from "node:module";
import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type {
  GlobalContext,
  OpenAPI3,
  SchemaObject,
  TransformNodeOptions,
} from "openapi-typescript";
import type { Node, TypeNode } from "typescript";
import type { TypesBackend } from "./backend.ts";
import type { PreparedDocument } from "./prepare/document.ts";
import { restoreSpecials } from "./prepare/placeholder.ts";
import { asObject, findAt, isObject, items, own, parseFragment } from "./prepare/pointer.ts";

type Library = typeof import("openapi-typescript");
type Compiler = typeof import("typescript");

interface Libraries {
  readonly library: Library;
  readonly compiler: Compiler;
}

/** The backend on openapi-typescript 7, loaded when it is first needed: it takes a third of a second. */
export function loadTypesBackend(): TypesBackend {
  // An `import` would read the 9 MB of `typescript` twice more, for their format and their exports.
  const require = createRequire(import.meta.url);
  const library: Library = require("openapi-typescript");
  const compiler: Compiler = require("typescript");
  return {
    printTypes(prepared) {
      const context = createContext(prepared, library, compiler);
      const callbacks = transformCallbacks(prepared, context, { library, compiler });
      // The prepared document is ours alone: the library changes what it is given.
      const document = library.transformSchema(prepared.document as unknown as OpenAPI3, context);
      const nodes = [...document, ...callbacks];
      return indentByTwo(restoreSpecials(library.astToString(nodes)));
    },
  };
}

/** The interface `callbacks`, where there are any: the library prints them as the webhooks of a document of their own. */
function transformCallbacks(
  { callbacks }: PreparedDocument,
  context: GlobalContext,
  { library, compiler }: Libraries,
): readonly Node[] {
  if (Object.keys(callbacks).length === 0) {
    return [];
  }
  const document = { openapi: "3.1.0", webhooks: callbacks };
  const nodes: readonly Node[] = library.transformSchema(document as unknown as OpenAPI3, context);
  const { factory } = compiler;
  return nodes.flatMap((node) =>
    compiler.isInterfaceDeclaration(node) && node.name.text === "webhooks"
      ? [
          factory.createInterfaceDeclaration(
            node.modifiers,
            "callbacks",
            undefined,
            undefined,
            node.members,
          ),
        ]
      : [],
  );
}

/** The printer indents by four. */
function indentByTwo(text: string): string {
  return text.replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2));
}

function createContext(
  prepared: PreparedDocument,
  library: Library,
  compiler: Compiler,
): GlobalContext {
  const context: Partial<GlobalContext> = {
    emptyObjectsUnknown: true,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    silent: true,
    transform: createTransform(prepared, library, compiler),
    resolve: <T>(reference: string) => findSchema(prepared.document, reference) as T | undefined,
  };
  // Every option that is left out is off.
  return context as GlobalContext;
}

function findSchema(document: JsonObject, reference: string): JsonObject | undefined {
  return asObject(findAt(document, parseFragment(reference) ?? []));
}

/** What the library prints otherwise than JSON Schema means it: tuples, bytes, open enums, arrays of themselves. */
function createTransform(
  prepared: PreparedDocument,
  library: Library,
  compiler: Compiler,
): (schema: SchemaObject, options: TransformNodeOptions) => TypeNode | undefined {
  const aliases = createAliases(prepared, library, compiler);
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
    const printed = printFixed(own(schema, "x-truespec-print"), compiler);
    if (printed !== undefined) {
      return printed;
    }
    if (Object.hasOwn(schema, "x-truespec-open")) {
      return openEnum(items(own(schema, "x-truespec-open")), library, compiler);
    }
    return Object.hasOwn(schema, "prefixItems")
      ? tuple(schema, options, { library, compiler })
      : undefined;
  };
}

/** Types that no schema has. */
function printFixed(
  name: JsonValue | undefined,
  { factory, SyntaxKind }: Compiler,
): TypeNode | undefined {
  switch (name) {
    case "blob":
      return factory.createTypeReferenceNode("Blob");
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

/** A schema that contains itself through arrays becomes an alias of its own, which TypeScript resolves late. */
function createAliases(prepared: PreparedDocument, library: Library, compiler: Compiler): Aliases {
  const schemas = asObject(findAt(prepared.document, ["components", "schemas"])) ?? {};
  const names = new Map<JsonObject, string>();
  for (const name of prepared.recursive) {
    const schema = asObject(own(schemas, name));
    if (schema !== undefined) {
      names.set(schema, `_Recursive${names.size + 1}`);
    }
  }
  const written = new Set<string>();
  return (schema, options) => {
    const name = names.get(schema);
    if (name === undefined) {
      return undefined;
    }
    if (!written.has(name)) {
      written.add(name);
      const copy = { ...schema } as unknown as SchemaObject;
      options.ctx.injectFooter.push(
        compiler.factory.createTypeAliasDeclaration(
          undefined,
          name,
          undefined,
          library.transformSchemaObject(copy, options),
        ),
      );
    }
    return compiler.factory.createTypeReferenceNode(name);
  };
}

/** `"a" | "b" | (string & {})`: any string, with those that are known offered first. */
function openEnum(values: readonly JsonValue[], library: Library, compiler: Compiler): TypeNode {
  const { factory } = compiler;
  const anyString = factory.createIntersectionTypeNode([
    library.STRING,
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([
    ...values.map((value) => library.tsLiteral(value)),
    anyString,
  ]);
}

function tuple(
  schema: JsonObject,
  options: TransformNodeOptions,
  { library, compiler }: Libraries,
): TypeNode {
  const { factory } = compiler;
  const print = (value: JsonValue) =>
    library.transformSchemaObject(value as unknown as SchemaObject, options);
  const minimum = Number(own(schema, "minItems") ?? 0);
  const members = items(own(schema, "prefixItems")).map((item, index) =>
    index < minimum ? print(item) : factory.createOptionalTypeNode(print(item)),
  );
  const rest = own(schema, "items") ?? {};
  const tail =
    rest === false ? [] : [factory.createRestTypeNode(factory.createArrayTypeNode(print(rest)))];
  return factory.createTupleTypeNode([...members, ...tail]);
}
