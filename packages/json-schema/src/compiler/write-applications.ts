import type { SchemaNode } from "../document/node.ts";
import { writeCover } from "./cover-code.ts";
import { areDisjoint } from "./disjoint.ts";
import { type Frame, printCall, printQuestion, writeFail } from "./frame.ts";
import type { ModuleScope } from "./module-scope.ts";
import { printNamed } from "./named-code.ts";
import { rejectsAbsence } from "./presence.ts";
import type { ApplicationWriter } from "./schema-writer.ts";
import { deepestNesting, type WriteInline, writeConditions } from "./write-conditions.ts";
import { writeLikeMembers } from "./write-like-members.ts";
import { writeTagged } from "./write-tagged.ts";
import type { KeepingWriter } from "./write-values.ts";

/** Keywords that make a schema large enough for a function of its own. */
const structural: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "additionalProperties", "propertyNames", "contains"],
  ...["items", "prefixItems", "unevaluatedItems", "unevaluatedProperties"],
]);

/** Keywords that are one condition each. */
const conditional: ReadonlySet<string> = new Set(["type", "const", "enum", "$ref", "$dynamicRef"]);

/** The writer's face that leads to other schemas. */
export function writeApplications(
  frame: Frame,
  { values, writeInline }: { readonly values: KeepingWriter; readonly writeInline: WriteInline },
): ApplicationWriter {
  const { scope } = frame;
  const holds = (node: SchemaNode, value: string) => {
    const expression = printHolds(frame, { node, value, references: 0 }, writeInline);
    const isAskedAgain = frame.position.unevaluated && value === frame.position.value;
    return isAskedAgain ? values.keep(`met ${expression}`, "met", () => expression) : expression;
  };
  const apply: ApplicationWriter["apply"] = (node, value = frame.position.value) => {
    const { position } = frame;
    if (node.schema === true) return;
    const nesting = position.nesting + 1;
    const isInPlace = value === position.value;
    const isInline = nesting <= deepestNesting && (isInPlace || isSmall(frame, node));
    const unevaluated = position.unevaluated && isInPlace;
    if (isInline) writeInline({ node, value, nesting, unevaluated });
    else writeCall(frame, { node, value, references: 0 });
  };
  return {
    apply,
    holds,
    applyToMembers(properties) {
      const { position } = frame;
      const said = properties.filter(([, node]) => saysSomething(scope, node));
      const left = writeLikeMembers(frame, { values, writeInline, properties: said });
      for (const [name, node] of left) {
        const member = values.member(name);
        const isThere = position.required.has(name) && rejectsAbsence(scope, position, name);
        if (isThere) apply(node, member);
        else values.when(`${member} !== undefined`, () => apply(node, member));
      }
    },
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

/** Is there a check in the schema? One of annotations alone has none. */
function saysSomething({ sitesOf }: ModuleScope, node: SchemaNode): boolean {
  if (typeof node.schema === "boolean") return !node.schema;
  return sitesOf(node).some(({ keyword }) => keyword.compile !== undefined);
}

function isSmall(frame: Frame, node: SchemaNode): boolean {
  return !frame.scope.sitesOf(node).some(({ keyword }) => structural.has(keyword.name));
}

/** A value, and the schema it is evaluated against elsewhere. */
interface Application {
  readonly node: SchemaNode;
  readonly value: string;
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
