import type { SchemaNode } from "../document/node.ts";
import { writeCover } from "./cover-code.ts";
import { areDisjoint } from "./disjoint.ts";
import { type Frame, printCall, printQuestion, writeFail } from "./frame.ts";
import type { ModuleScope } from "./module-scope.ts";
import { printNamed } from "./named-code.ts";
import { rejectsAbsence } from "./presence.ts";
import type { ApplicationWriter } from "./schema-writer.ts";
import { deepestNesting, type WriteInline, writeConditions } from "./write-conditions.ts";
import { type Property, writeLikeMembers } from "./write-like-members.ts";
import { writeTagged } from "./write-tagged.ts";
import type { KeepingWriter } from "./write-values.ts";

/** Keywords that make a schema large enough for a function of its own. */
const structural: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "additionalProperties", "propertyNames", "contains"],
  ...["items", "prefixItems", "unevaluatedItems", "unevaluatedProperties"],
]);

/** Keywords that are one condition each. */
const conditional: ReadonlySet<string> = new Set(["type", "const", "enum", "$ref", "$dynamicRef"]);

/** What applications are written with. */
interface Parts {
  readonly values: KeepingWriter;
  readonly writeInline: WriteInline;
}

/** The writer's face that leads to other schemas. */
export function writeApplications(frame: Frame, parts: Parts): ApplicationWriter {
  const { scope } = frame;
  const { values, writeInline } = parts;
  const holds = (node: SchemaNode, value: string) => printHeld(frame, { node, value }, parts);
  return {
    holds,
    apply: (node, value = frame.position.value) => writeCheck(frame, { node, value }, writeInline),
    applyToMembers: (properties) => writeMembers(frame, properties, parts),
    refer(target) {
      if (target.schema === true) return true;
      if (!scope.hasRoom(target)) return false;
      writeCall(frame, { node: target, value: frame.position.value, references: 1 });
      return true;
    },
    rejectsUndefined: (name) => rejectsAbsence(scope, frame.position, name),
    isNamed: (reach, name) => printNamed(scope, reach, name),
    dispatch: (branches) => writeTagged(frame, branches, { values, holds }),
    areDisjoint: (branches) => areDisjoint(scope.interpreter, branches),
    cover: (kind) => writeCover({ frame, position: frame.position, values, holds, kind }),
  };
}

/** A schema, and the variable with the value that it is asked of. */
interface Applied {
  readonly node: SchemaNode;
  readonly value: string;
}

/** All checks of a schema: here, where they are few or of the same instance, else in a function of its own. */
function writeCheck(frame: Frame, { node, value }: Applied, writeInline: WriteInline): void {
  const { position } = frame;
  if (node.schema === true) return;
  const nesting = position.nesting + 1;
  const isInPlace = value === position.value;
  const isInline = nesting <= deepestNesting && (isInPlace || isSmall(frame, node));
  const unevaluated = position.unevaluated && isInPlace;
  if (isInline) writeInline({ node, value, nesting, unevaluated });
  else writeCall(frame, { node, value, references: 0 });
}

/** All checks of the schemas of members, where they are there. */
function writeMembers(
  frame: Frame,
  properties: readonly Property[],
  { values, writeInline }: Parts,
): void {
  const { position, scope } = frame;
  const said = properties.filter(([, node]) => saysSomething(scope, node));
  const left = writeLikeMembers(frame, { values, writeInline, properties: said });
  for (const [name, node] of left) {
    const value = values.member(name);
    const check = () => writeCheck(frame, { node, value }, writeInline);
    const isThere = position.required.has(name) && rejectsAbsence(scope, position, name);
    if (isThere) check();
    else values.when(`${value} !== undefined`, check);
  }
}

/** An expression: does the value meet the schema? Kept where it will be asked again. */
function printHeld(frame: Frame, applied: Applied, { values, writeInline }: Parts): string {
  const expression = printHolds(frame, { ...applied, references: 0 }, writeInline);
  const isAskedAgain = frame.position.unevaluated && applied.value === frame.position.value;
  return isAskedAgain ? values.keep(`met ${expression}`, "met", () => expression) : expression;
}

/** Is there a check in the schema? One of annotations alone has none. */
function saysSomething({ sitesOf }: ModuleScope, node: SchemaNode): boolean {
  if (typeof node.schema === "boolean") return !node.schema;
  return sitesOf(node).some(({ keyword }) => keyword.compile !== undefined);
}

function isSmall(frame: Frame, node: SchemaNode): boolean {
  return !frame.scope.sitesOf(node).some(({ keyword }) => structural.has(keyword.name));
}

/** A value, and the schema it is evaluated against elsewhere. */
interface Application extends Applied {
  readonly references: number;
}

/** Calls the function of a schema. */
function writeCall(frame: Frame, { node, ...call }: Application): void {
  const print = frame.isQuestion ? printQuestion : printCall;
  const answer = print(frame, { ...call, callee: frame.scope.define(node) });
  writeFail(frame, `!${answer}`);
}

/** An expression: does the value meet the schema? A call, unless it is a condition or two. */
function printHolds(frame: Frame, application: Application, writeInline: WriteInline): string {
  const { node, value, references } = application;
  if (typeof node.schema === "boolean") return String(node.schema);
  const sites = frame.scope.sitesOf(node);
  if (sites.every(({ keyword }) => conditional.has(keyword.name))) {
    const conditions = writeConditions(frame, { node, value }, writeInline);
    if (conditions !== undefined) return printNone(conditions);
  }
  return printQuestion(frame, { callee: frame.scope.define(node), value, references });
}

/** An expression that needs no parentheses: does none of these conditions hold? */
function printNone(conditions: readonly string[]): string {
  const [only, ...rest] = conditions;
  if (only === undefined) return "true";
  if (rest.length > 0) return `!(${conditions.join(" || ")})`;
  if (/^![A-Za-z0-9_.,\u0091\u0092]+\([^()]*\)$/.test(only)) return only.slice(1);
  const isComparison = /^[A-Za-z0-9_ ]+ !== [^&|=!]+$/.test(only);
  return isComparison ? `(${only.replace(" !== ", " === ")})` : `!(${only})`;
}
