/**
 * A schema document: finds schemas by pointer and by reference, and remembers what was read.
 */
import type { SchemaDiagnostic } from "../diagnostic.ts";
import type { Conventions } from "../interpreter/conventions.ts";
import type { Plan } from "../interpreter/plan.ts";
import type { JsonValue } from "../json.ts";
import { parsePointer } from "../json-pointer.ts";
import { type Pattern, readPattern } from "../pattern/pattern.ts";
import { type Library, openLibrary } from "./library.ts";
import { createScope, enterPlace, isSchema, type SchemaNode } from "./node.ts";
import { findPlace, type Place } from "./place.ts";
import { cutFragment } from "./uri.ts";

/**
 * A document and every schema resource in it: resolves `$ref` by JSON Pointer, `$id`, `$anchor`
 * and `$dynamicAnchor`.
 *
 * Everything is found on demand and kept: opening costs nothing, a reference by JSON Pointer costs
 * its length, and only one by `$id` or anchor walks the document, once.
 */
export interface SchemaDocument {
  /** The value that was opened. */
  readonly root: JsonValue;
  /** The faults of the schemas that were read so far, each once. */
  readonly diagnostics: readonly SchemaDiagnostic[];
  /** The schema at a JSON Pointer, as where reading starts; undefined where there is none. */
  find(pointer: string): SchemaNode | undefined;
  /**
   * The schema below `node` at these tokens; undefined where the document ends. What stands there
   * and is no schema reads as `true`.
   */
  findSubschema(node: SchemaNode, tokens: readonly string[]): SchemaNode | undefined;
  /** The target of `$ref` in this node, Core section 8.2.3.1; undefined where it leads nowhere. */
  findReferenced(node: SchemaNode, reference: string): SchemaNode | undefined;
  /** The target of `$dynamicRef` in this node and its dynamic scope, Core section 8.2.3.2. */
  findDynamicallyReferenced(node: SchemaNode, reference: string): SchemaNode | undefined;
  /** The remote document that was given for this URI. */
  findRemote(uri: string): JsonValue | undefined;
  /** The pattern of this source, which is read once; undefined where none can be matched. */
  readPattern(source: string): Pattern | undefined;
  /** Keeps a diagnostic, unless the same one is kept already. */
  report(diagnostic: SchemaDiagnostic): void;
  /** What interpreters that go by these conventions prepared of each node. */
  plansOf(conventions: Conventions): WeakMap<SchemaNode, Plan>;
}

/**
 * How a document is opened. `baseUri` is its own URI, `""` by default; `remotes` holds the other
 * documents that references may name, by absolute URI without fragment.
 */
export interface OpenOptions {
  readonly baseUri?: string;
  readonly remotes?: ReadonlyMap<string, JsonValue>;
}

/**
 * Opens a JSON Schema, or a document that holds schemas anywhere, for reading. Nothing is fetched:
 * a reference to another document is looked up in `remotes`.
 *
 * @example
 * const document = openSchemas({ $defs: { Id: { type: "string" } } });
 * const validateId = createValidator(document, "/$defs/Id");
 */
export function openSchemas(document: JsonValue, options: OpenOptions = {}): SchemaDocument {
  const { baseUri = "", remotes = new Map<string, JsonValue>() } = options;
  const library = openLibrary(document, { baseUri: cutFragment(baseUri).uri, remotes });
  const scope = createScope(library.findDynamicAnchors);
  const diagnostics = new Map<string, SchemaDiagnostic>();
  const patterns = new Map<string, Pattern | undefined>();
  const plans = new WeakMap<object, Map<string, WeakMap<SchemaNode, Plan>>>();
  return {
    root: document,
    get diagnostics() {
      return [...diagnostics.values()];
    },
    find(pointer) {
      const place = findPlace(library.main.root, parsePointer(pointer));
      return place && isSchema(place.value) ? enterPlace(place, scope) : undefined;
    },
    findSubschema(node, tokens) {
      const place = findPlace(node.place, tokens);
      return place && enterPlace(place, node.scope);
    },
    findReferenced: (node, reference) => enter(library.findTarget(node.place, reference), node),
    findDynamicallyReferenced: (node, reference) =>
      enter(findDynamicTarget(library, node, reference), node),
    findRemote: (uri) => remotes.get(uri),
    readPattern(source) {
      if (!patterns.has(source)) patterns.set(source, readPattern(source));
      return patterns.get(source);
    },
    report(diagnostic) {
      const { pointer, keyword, message } = diagnostic;
      diagnostics.set(`${pointer}\n${keyword}\n${message}`, diagnostic);
    },
    plansOf({ formats, enums, customFormats }) {
      const byMode = plans.get(customFormats) ?? new Map<string, WeakMap<SchemaNode, Plan>>();
      plans.set(customFormats, byMode);
      const key = `${formats} ${enums}`;
      const known = byMode.get(key) ?? new WeakMap<SchemaNode, Plan>();
      byMode.set(key, known);
      return known;
    },
  };
}

/**
 * Finds the schema at a JSON Pointer of the document; undefined where there is no schema.
 *
 * Throws `JsonSchemaError` with code `invalid-pointer` where the text is no JSON Pointer.
 *
 * @example
 * findSchema(document, "/components/schemas/Model")?.schema;
 */
export function findSchema(document: SchemaDocument, pointer: string): SchemaNode | undefined {
  return document.find(pointer);
}

function enter(place: Place | undefined, from: SchemaNode): SchemaNode | undefined {
  return place && isSchema(place.value) ? enterPlace(place, from.scope) : undefined;
}

function findDynamicTarget(
  library: Library,
  node: SchemaNode,
  reference: string,
): Place | undefined {
  const target = library.findTarget(node.place, reference);
  const { fragment } = cutFragment(reference);
  if (target === undefined || fragment === undefined) return target;
  if (library.findDynamicAnchors(target.resource).get(fragment) !== target) return target;
  for (const resource of node.scope.resources) {
    const outermost = library.findDynamicAnchors(resource).get(fragment);
    if (outermost !== undefined) return outermost;
  }
  return target;
}
