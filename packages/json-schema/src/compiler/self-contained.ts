/**
 * A schema as plain draft 2020-12 that means the same wherever it stands.
 */
import type { SchemaNode } from "../document/node.ts";
import { memberKind } from "../document/structure.ts";
import { deepestValue, isArray, isDeeper, isObject } from "../instance.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { compilePattern } from "../interpreter/pattern.ts";
import type { JsonObject, JsonValue, Schema } from "../json.ts";
import { catalogue } from "../keywords/catalogue.ts";
import type { Sites } from "./module-scope.ts";

/** Tells the reference to a schema, and so that it is needed. */
export type Refer = (target: SchemaNode) => string;

const known: ReadonlySet<string> = new Set(catalogue.map(({ name }) => name));

/** Names and places of schemas: references no longer go by them. */
const placing: ReadonlySet<string> = new Set([
  ...["$schema", "$id", "$anchor", "$dynamicAnchor", "$vocabulary", "$defs", "definitions"],
  ...["$ref", "$dynamicRef"],
]);

interface Rewriting {
  readonly interpreter: Interpreter;
  readonly sitesOf: (node: SchemaNode) => Sites;
  readonly refer: Refer;
  /** How many schemas are written into one another so far. */
  readonly nesting: number;
}

/** So many schemas are written into one another; what lies deeper is referred to. */
const deepestNesting = 64;

/**
 * A schema with every reference rewritten by `refer`. What the validators pass over is left out, so
 * both say the same; a `$dynamicRef` becomes a `$ref` to what it means here; a reference that leads
 * nowhere stays as it is.
 */
export function writeSelfContained(rewriting: Rewriting, node: SchemaNode): Schema {
  if (!isObject(node.schema)) return node.schema;
  const sites = rewriting.sitesOf(node);
  const accepted = new Set(sites.map(([{ name }]) => name));
  const members = Object.entries(node.schema)
    .filter(
      ([name, value]) =>
        !placing.has(name) &&
        (accepted.has(name) || (!known.has(name) && !isDeeper(value, deepestValue))),
    )
    .map(([name, value]) => [name, writeMember(rewriting, node, { name, value })] as const);
  return addReferences(Object.fromEntries(members), findReferences(rewriting, sites));
}

interface Member {
  readonly name: string;
  readonly value: JsonValue;
}

function writeMember(rewriting: Rewriting, node: SchemaNode, { name, value }: Member): JsonValue {
  const write = (...tokens: string[]): Schema => {
    const inner = rewriting.interpreter.document.findSubschema(node, [name, ...tokens]);
    if (inner === undefined) return true;
    const nesting = rewriting.nesting + 1;
    if (nesting > deepestNesting) return { $ref: rewriting.refer(inner) };
    return writeSelfContained({ ...rewriting, nesting }, inner);
  };
  const kind = memberKind("schema", node.schema, name, false);
  if (kind === "schema") return write();
  if (kind === "list" && isArray(value)) return value.map((_, index) => write(String(index)));
  if (kind !== "map" || !isObject(value)) return value;
  const names = Object.keys(value).filter(
    (key) => name !== "patternProperties" || compilePattern(key) !== undefined,
  );
  return Object.fromEntries(
    // An entry of `dependencies` may be a list of names.
    names.map((key) => [
      key,
      name === "dependencies" && isArray(value[key]) ? value[key] : write(key),
    ]),
  );
}

function findReferences({ interpreter, refer }: Rewriting, sites: Sites): readonly string[] {
  const { document } = interpreter;
  return sites.flatMap(([{ name }, { node, value }]) => {
    if (typeof value !== "string" || (name !== "$ref" && name !== "$dynamicRef")) return [];
    const target =
      name === "$ref"
        ? document.findReferenced(node, value)
        : document.findDynamicallyReferenced(node, value);
    return [target === undefined ? value : refer(target)];
  });
}

/** A schema can hold one `$ref`; another one goes to `allOf`, which means the same. */
function addReferences(schema: JsonObject, references: readonly string[]): JsonObject {
  const [first, ...others] = references;
  if (first === undefined) return schema;
  if (others.length === 0) return { $ref: first, ...schema };
  const branches = isArray(schema["allOf"]) ? schema["allOf"] : [];
  return { $ref: first, ...schema, allOf: [...branches, ...others.map(($ref) => ({ $ref }))] };
}
