/**
 * A schema as plain draft 2020-12 that means the same wherever it stands.
 */
import type { SchemaNode } from "../document/node.ts";
import { memberKind } from "../document/structure.ts";
import { deepestValue, isDeeper } from "../instance.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { isKeyword, isWellFormed } from "../interpreter/open-sites.ts";
import { isJsonArray, isJsonObject } from "../json.ts";
import { isPattern } from "../pattern/pattern.ts";
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
  if (!isJsonObject(schema)) return printLiteral(schema);
  const names = Object.keys(schema);
  const isPlaced = names.some((name) => placing.has(name));
  // A schema can hold one `$ref`; another one goes to `allOf`, which means the same.
  const [first, ...others] = isPlaced ? findReferences(rewriting, node) : [];
  let left = others.map(($ref) => printLiteral({ $ref }));
  let members = first === undefined ? "" : `, $ref: ${printLiteral(first)}`;
  for (const name of names) {
    if (!isKept(rewriting, node, name)) continue;
    const place = { rewriting, node, name, nesting };
    members += `, ${printKey(name)}: ${printMember(place, name === "allOf" ? left : [])}`;
    if (name === "allOf") left = [];
  }
  if (left.length > 0) members += `, allOf: [${left.join(", ")}]`;
  return printMembers(members);
}

/** The members of an object, with a comma before each. */
function printMembers(members: string): string {
  return members === "" ? "{}" : `{ ${members.slice(2)} }`;
}

/** Is the member what the validators read, or an annotation? */
function isKept({ interpreter, sitesOf }: Rewriting, node: SchemaNode, name: string): boolean {
  const value = isJsonObject(node.schema) ? node.schema[name] : undefined;
  if (value === undefined || placing.has(name)) return false;
  if (!isKeyword(name)) return !isDeeper(value, deepestValue);
  if (isWellFormed(interpreter, node, name)) return true;
  // Its fault is reported where the keywords are read.
  sitesOf(node);
  return false;
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
  const value = isJsonObject(node.schema) ? node.schema[name] : undefined;
  const kind = memberKind("schema", node.schema, name, false);
  if (kind === "schema") return printInner(member, [name]);
  if (kind === "list" && isJsonArray(value)) {
    const branches = value.map((_, index) => printInner(member, [name, String(index)]));
    return `[${[...branches, ...further].join(", ")}]`;
  }
  if (kind !== "map" || !isJsonObject(value)) return printLiteral(value ?? null);
  let entries = "";
  for (const key of Object.keys(value)) {
    if (name === "patternProperties" && !isPattern(key)) continue;
    const inner = value[key];
    // An entry of `dependencies` may be a list of names.
    const isList = name === "dependencies" && isJsonArray(inner);
    entries += `, ${printKey(key)}: ${isList ? printLiteral(inner) : printInner(member, [name, key])}`;
  }
  return printMembers(entries);
}

function printInner({ rewriting, node, nesting }: Member, tokens: readonly string[]): string {
  const inner = rewriting.interpreter.document.findSubschema(node, tokens);
  if (inner === undefined) return "true";
  if (nesting < deepestNesting) return printSelfContained(rewriting, inner, nesting + 1);
  return printLiteral({ $ref: rewriting.refer(inner) });
}

function findReferences(rewriting: Rewriting, schema: SchemaNode): readonly string[] {
  const { interpreter, sitesOf, refer } = rewriting;
  const { document } = interpreter;
  return sitesOf(schema).flatMap(({ keyword: { name }, node, value }) => {
    if (typeof value !== "string" || (name !== "$ref" && name !== "$dynamicRef")) return [];
    const target =
      name === "$ref"
        ? document.findReferenced(node, value)
        : document.findDynamicallyReferenced(node, value);
    return [target === undefined ? value : refer(target)];
  });
}
