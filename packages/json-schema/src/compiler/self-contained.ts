/**
 * A schema as plain draft 2020-12 that means the same wherever it stands.
 */
import type { SchemaNode } from "../document/node.ts";
import { memberKind } from "../document/structure.ts";
import { deepestValue, isArray, isDeeper, isObject } from "../instance.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { isKeyword, isWellFormed } from "../interpreter/open-interpreter.ts";
import { compilePattern } from "../interpreter/pattern.ts";
import { printKey, printLiteral } from "./literal.ts";
import type { Sites } from "./module-scope.ts";

/** Tells the reference to a schema, and so that it is needed. */
export type Refer = (target: SchemaNode) => string;

/** Names and places of schemas: references no longer go by them. */
const placing: ReadonlySet<string> = new Set([
  ...["$schema", "$id", "$anchor", "$dynamicAnchor", "$vocabulary", "$defs", "definitions"],
  ...["$ref", "$dynamicRef"],
]);

interface Rewriting {
  readonly interpreter: Interpreter;
  readonly sitesOf: (node: SchemaNode) => Sites;
  readonly refer: Refer;
}

/** So many schemas are written into one another; what lies deeper is referred to. */
const deepestNesting = 64;

/**
 * A schema as a JavaScript expression, with every reference rewritten by `refer`. What the validators
 * pass over is left out, so both say the same; a `$dynamicRef` becomes a `$ref` to what it means
 * here; a reference that leads nowhere stays as it is.
 */
export function printSelfContained(rewriting: Rewriting, node: SchemaNode, nesting = 0): string {
  const { schema } = node;
  if (!isObject(schema)) return printLiteral(schema);
  const sites = rewriting.sitesOf(node);
  // A schema can hold one `$ref`; another one goes to `allOf`, which means the same.
  const [first, ...others] = findReferences(rewriting, sites);
  const further = others.map(($ref) => printLiteral({ $ref }));
  const members = first === undefined ? [] : [`$ref: ${printLiteral(first)}`];
  let left = further;
  for (const name of Object.keys(schema)) {
    if (!isKept(rewriting, node, name)) continue;
    const place = { rewriting, node, name, nesting };
    members.push(`${printKey(name)}: ${printMember(place, name === "allOf" ? left : [])}`);
    if (name === "allOf") left = [];
  }
  if (left.length > 0) members.push(`allOf: [${left.join(", ")}]`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Is the member what the validators read, or an annotation? */
function isKept({ interpreter }: Rewriting, node: SchemaNode, name: string): boolean {
  const value = isObject(node.schema) ? node.schema[name] : undefined;
  if (value === undefined || placing.has(name)) return false;
  return isKeyword(name) ? isWellFormed(interpreter, node, name) : !isDeeper(value, deepestValue);
}

interface Member {
  readonly rewriting: Rewriting;
  readonly node: SchemaNode;
  readonly name: string;
  /** How many schemas are written into one another so far. */
  readonly nesting: number;
}

/** The member of a schema; `further` are branches that a list of schemas has besides. */
function printMember(member: Member, further: readonly string[]): string {
  const { node, name } = member;
  const value = isObject(node.schema) ? node.schema[name] : undefined;
  const kind = memberKind("schema", node.schema, name, false);
  if (kind === "schema") return printInner(member, [name]);
  if (kind === "list" && isArray(value)) {
    const branches = value.map((_, index) => printInner(member, [name, String(index)]));
    return `[${[...branches, ...further].join(", ")}]`;
  }
  if (kind !== "map" || !isObject(value)) return printLiteral(value ?? null);
  const names = Object.keys(value).filter(
    (key) => name !== "patternProperties" || compilePattern(key) !== undefined,
  );
  const entries = names.map((key) => {
    const inner = value[key];
    // An entry of `dependencies` may be a list of names.
    const isList = name === "dependencies" && isArray(inner);
    return `${printKey(key)}: ${isList ? printLiteral(inner) : printInner(member, [name, key])}`;
  });
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function printInner({ rewriting, node, nesting }: Member, tokens: readonly string[]): string {
  const inner = rewriting.interpreter.document.findSubschema(node, tokens);
  if (inner === undefined) return "true";
  if (nesting < deepestNesting) return printSelfContained(rewriting, inner, nesting + 1);
  return printLiteral({ $ref: rewriting.refer(inner) });
}

function findReferences({ interpreter, refer }: Rewriting, sites: Sites): readonly string[] {
  const { document } = interpreter;
  return sites.flatMap(({ keyword: { name }, node, value }) => {
    if (typeof value !== "string" || (name !== "$ref" && name !== "$dynamicRef")) return [];
    const target =
      name === "$ref"
        ? document.findReferenced(node, value)
        : document.findDynamicallyReferenced(node, value);
    return [target === undefined ? value : refer(target)];
  });
}
