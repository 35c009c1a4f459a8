/**
 * Optional properties of which a schema says the same, in one loop over the members.
 *
 * Reading each by its name is slow where objects come with many combinations of properties; a loop
 * asks what is there. It looks at the value first, and at the name where the value does not fit.
 */
import type { SchemaNode } from "../document/node.ts";
import { isJsonObject } from "../json.ts";
import { allocateLocal, type Frame, writeFail } from "./frame.ts";
import { printLiteral } from "./literal.ts";
import type { ModuleScope, Sites } from "./module-scope.ts";
import { printNames } from "./named-code.ts";
import { type WriteInline, writeConditions } from "./write-conditions.ts";
import type { KeepingWriter } from "./write-values.ts";

/** A property's name and its schema. */
export type Property = readonly [string, SchemaNode];

/** Fewer properties are read each by its name, which is faster where objects look alike. */
const fewest = 6;

/** So many names at most are compared with the name of each member. */
const mostOthers = 4;

/** So many references are followed at most: they can lead around. */
const mostReferences = 16;

/** Keywords that look at a value alone, and quickly. */
const alone: ReadonlySet<string> = new Set([
  ...["type", "const", "enum", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"],
  ...["pattern", "format"],
]);

interface Parts {
  readonly values: KeepingWriter;
  readonly properties: readonly Property[];
  readonly writeInline: WriteInline;
}

/** Properties that fail under one condition; those of them that are required are left to others. */
interface Group {
  readonly condition: string;
  readonly names: string[];
  readonly required: string[];
}

/** Writes the loop where there are many such properties; answers with the ones that are left. */
export function writeLikeMembers(frame: Frame, parts: Parts): readonly Property[] {
  const { position } = frame;
  if (parts.properties.length < fewest) return parts.properties;
  const { values } = parts;
  const name = allocateLocal(frame, "name");
  const member = allocateLocal(frame, "member");
  const groups = choose(findGroups(frame, { ...parts, member }));
  const looped = new Set(groups.flatMap(({ names }) => names));
  if (looped.size < fewest) return parts.properties;
  values.loop(`for (const ${name} in ${position.value})`, () => {
    values.line(`const ${member} = ${position.value}[${name}];`);
    // What is inherited or undefined is met here too, and is no member.
    const isMember = `${frame.scope.use("memberOf")}(${position.value}, ${name}) !== undefined`;
    for (const [index, { condition, names, required }] of groups.entries()) {
      const isNamed = `(${printNames(frame.scope, names, name)})`;
      const isOther = isCall.test(condition) ? required.map((one) => differs(name, one)) : [];
      const checks = index === 0 ? [...isOther, condition, isNamed] : [isNamed, condition];
      writeFail(frame, [...checks, isMember].join(" && "));
    }
  });
  return parts.properties.filter(([one]) => !looped.has(one));
}

/** A condition that takes long enough to compare a name before. */
const isCall = /\b(?:pattern\d+\.test|is\w+\d)\(/;

function differs(name: string, other: string): string {
  return `${name} !== ${printLiteral(other)}`;
}

/** The group with the most names, and those whose names are few. */
function choose(groups: readonly Group[]): readonly Group[] {
  const sorted = groups
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => b.names.length - a.names.length);
  const [first, ...others] = sorted;
  if (first === undefined) return [];
  let room = mostOthers;
  const few = others.filter(({ names }) => {
    room -= names.length;
    return room >= 0;
  });
  return [first, ...few];
}

function findGroups(
  frame: Frame,
  { properties, member, writeInline }: Parts & { readonly member: string },
): readonly Group[] {
  const groups = new Map<string, Group>();
  const conditions = new Map<string, string | undefined>();
  const printCondition = (node: SchemaNode): string | undefined => {
    const written = writeConditions(frame, { node, value: member }, writeInline);
    return written === undefined || written.length === 0 ? undefined : `(${written.join(" || ")})`;
  };
  for (const [name, node] of properties) {
    const target = findLeaf(frame.scope, node);
    if (target === undefined) continue;
    const type = findOnlyType(frame.scope, target);
    const known = type === undefined ? undefined : conditions.get(type);
    const condition = known ?? printCondition(target);
    if (type !== undefined) conditions.set(type, condition);
    if (condition === undefined) continue;
    const group = groups.get(condition) ?? { condition, names: [], required: [] };
    groups.set(condition, group);
    (frame.position.required.has(name) ? group.required : group.names).push(name);
  }
  return [...groups.values()];
}

/** The type that is all that the schema says. */
function findOnlyType(scope: ModuleScope, node: SchemaNode): string | undefined {
  const [only, ...others] = checksOf(scope, node);
  return only?.keyword.name === "type" && others.length === 0 ? String(only.value) : undefined;
}

function checksOf(scope: ModuleScope, node: SchemaNode): Sites {
  return scope.sitesOf(node).filter(({ keyword }) => keyword.compile !== undefined);
}

/** The schema, or the one that it refers to, if it looks at a value alone. */
function findLeaf(scope: ModuleScope, node: SchemaNode, depth = 0): SchemaNode | undefined {
  if (!isJsonObject(node.schema) || depth > mostReferences) return undefined;
  const sites = checksOf(scope, node);
  if (sites.every(({ keyword }) => alone.has(keyword.name))) return node;
  const [reference, ...others] = sites;
  const value = reference?.keyword.name === "$ref" ? reference.value : undefined;
  if (typeof value !== "string" || others.length > 0) return undefined;
  const target = scope.interpreter.document.findReferenced(node, value);
  return target && findLeaf(scope, target, depth + 1);
}
