/**
 * The table of a schema: its checks with their arguments, and those of the schemas below.
 */
import type { SchemaNode } from "../document/node.ts";
import { areDisjoint } from "./disjoint.ts";
import { isEnvelope } from "./envelope.ts";
import { openFrame } from "./frame.ts";
import { printLiteral } from "./literal.ts";
import type { Definition, ModuleScope } from "./module-scope.ts";
import { printNamed } from "./named-code.ts";
import { printMark } from "./names.ts";
import type { Check, TableWriter } from "./table-writer.ts";
import { printCover, printQuestionFunction } from "./write-schema.ts";

/** So many tables are written into one another; what lies deeper is a definition of its own. */
const deepestNesting = 24;

/** A definition as its table: how to ask whether a value is valid, and the checks that say why not. */
export function printTable(scope: ModuleScope, definition: Definition): string {
  const kind = isEnvelope(scope, definition.node) ? "walking" : "asking";
  const is = printMark(definition.id, { kind });
  const place = { scope, definition, nesting: 0 };
  const checks = printList(place, writeChecks(place, definition.node));
  return `{ ${is}list: () => ${checks} }`;
}

/** Where a table is written: for which definition, and in how many other tables. */
interface Place {
  readonly scope: ModuleScope;
  readonly definition: Definition;
  readonly nesting: number;
}

/** A check with its argument, which is JavaScript; of one that refers, what to. */
interface Entry {
  readonly check: Check;
  readonly argument: string;
  readonly target?: SchemaNode;
}

function writeChecks(place: Place, node: SchemaNode): readonly Entry[] {
  const entries: Entry[] = [];
  const writer = createTableWriter(place, node, entries);
  if (node.schema === false) {
    writer.mayReport("false");
    entries.push({ check: checkNothing, argument: "0" });
  }
  for (const site of place.scope.sitesOf(node)) site.keyword.tabulate?.(site, writer);
  return entries;
}

function printList({ scope }: Place, entries: readonly Entry[]): string {
  const pairs = entries.map(({ check, argument }) => {
    scope.checks.set(check.name, check);
    for (const needed of check.needs) scope.use(needed);
    return `${check.name}, ${argument}`;
  });
  return `[${pairs.join(", ")}]`;
}

/** The entry of a schema that is no more than the argument of its one check. */
function findWhole([only, ...others]: readonly Entry[]): Entry | undefined {
  return others.length === 0 && only?.check.isWhole ? only : undefined;
}

/** A schema that stands elsewhere; beside other checks it is one of them. */
const checkReference: Check = {
  name: "checkReference",
  needs: ["meets", "run"],
  isWhole: true,
  text: `function checkReference(schema, value, place) {
  if (!meets(schema, value, place)) run(schema, value, place.at, place.path, place);
}`,
};

/** A schema that is `false`; its error is at the schema itself. */
const checkNothing: Check = {
  name: "checkNothing",
  needs: [],
  text: `function checkNothing(_, value, { at, path, errors }) {
  errors.push({ keyword: "false", keywordLocation: at, instanceLocation: path, params: {} });
}`,
};

/** The table of a definition, by its name. */
function refer({ scope, definition }: Place, target: Definition): string {
  definition.callees.add(target);
  scope.tabulate(target);
  return printMark(target.id, { kind: "table" });
}

/** The checks of a schema inside of a table, or where they stand. */
function writeInner({ scope, definition, nesting }: Place, node: SchemaNode): readonly Entry[] {
  const place = { scope, definition, nesting: nesting + 1 };
  const known = scope.find(node) ?? (nesting < deepestNesting ? undefined : scope.define(node));
  if (known === undefined) return writeChecks(place, node);
  return [{ check: checkReference, argument: refer(place, known), target: node }];
}

function printQuestion({ scope, definition }: Place, node: SchemaNode): string {
  return printQuestionFunction(openFrame(scope, definition), node);
}

function createTableWriter(place: Place, node: SchemaNode, entries: Entry[]): TableWriter {
  const { scope, definition } = place;
  return {
    module: scope,
    mayReport: (keyword) => scope.reported.add(keyword),
    add(check, argument) {
      entries.push({ check, argument });
    },
    schema(inner) {
      const inside = writeInner(place, inner);
      return findWhole(inside)?.argument ?? printList(place, inside);
    },
    asking(inner) {
      const inside = writeInner(place, inner);
      const whole = findWhole(inside);
      const isAsked = whole?.target === undefined || !isEnvelope(scope, whole.target);
      if (whole !== undefined && isAsked) return whole.argument;
      return `{ is: ${printQuestion(place, inner)}, list: () => ${printList(place, inside)} }`;
    },
    areDisjoint: (branches) => areDisjoint(scope.interpreter, branches),
    refer(target) {
      if (!scope.hasRoom(target)) return false;
      const argument = `[${refer(place, scope.define(target))}, ${printLiteral(target.pointer)}]`;
      entries.push({ check: checkReference, argument, target });
      return true;
    },
    question: (inner) => printQuestion(place, inner),
    isNamed: (reach) => `(name) => ${printNamed(scope, reach, "name")}`,
    cover(kind) {
      const name = `cover${scope.covers.length + 1}`;
      scope.covers.push(`function ${name}${printCover(openFrame(scope, definition), node, kind)}`);
      return name;
    },
  };
}
