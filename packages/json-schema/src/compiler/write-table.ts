/**
 * The table of a schema: its checks with their arguments, and those of the schemas below.
 */
import type { SchemaNode } from "../document/node.ts";
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
  const checks = printList(writeChecks({ scope, definition, nesting: 0 }, definition.node));
  return `{ ${is}list: () => ${checks} }`;
}

/** Where a table is written: for which definition, and in how many other tables. */
interface Place {
  readonly scope: ModuleScope;
  readonly definition: Definition;
  readonly nesting: number;
}

/** A check, or the table of a schema that is referred to, with its argument. */
interface Entry {
  readonly name: string;
  readonly argument: string;
  readonly isWhole?: boolean | undefined;
}

function writeChecks(place: Place, node: SchemaNode): readonly Entry[] {
  const entries: Entry[] = [];
  const writer = createTableWriter(place, node, entries);
  if (node.schema === false) {
    writer.mayReport("false");
    writer.add(checkNothing, "0");
  }
  for (const site of place.scope.sitesOf(node)) site.keyword.tabulate?.(site, writer);
  return entries;
}

function printList(entries: readonly Entry[]): string {
  return `[${entries.map(({ name, argument }) => `${name}, ${argument}`).join(", ")}]`;
}

function printSchema(entries: readonly Entry[]): string {
  const [only, ...others] = entries;
  return others.length === 0 && only?.isWhole ? only.argument : printList(entries);
}

/** A schema that is `false`; its error is at the schema itself. */
const checkNothing: Check = {
  name: "checkNothing",
  needs: ["schemaPointer", "valuePointer"],
  text: `function checkNothing(_, value, place) {
  const location = { keywordLocation: schemaPointer(place), instanceLocation: valuePointer(place) };
  place.errors.push({ keyword: "false", ...location, params: {} });
}`,
};

function createTableWriter(place: Place, node: SchemaNode, entries: Entry[]): TableWriter {
  const { scope, definition, nesting } = place;
  const refer = (target: Definition): string => {
    definition.callees.add(target);
    scope.tabulate(target);
    return printMark(target.id, { kind: "table" });
  };
  return {
    module: scope,
    mayReport: (keyword) => scope.reported.add(keyword),
    add(check, argument) {
      const { name, needs, isWhole } = check;
      scope.checks.set(name, check);
      for (const needed of needs) scope.use(needed);
      entries.push({ name, argument, isWhole });
    },
    schema(inner) {
      if (inner.schema === true) return "[]";
      const known = scope.find(inner);
      if (known !== undefined) return refer(known);
      if (nesting >= deepestNesting) return refer(scope.define(inner));
      return printSchema(writeChecks({ scope, definition, nesting: nesting + 1 }, inner));
    },
    refer(target) {
      if (!scope.hasRoom(target)) return false;
      const name = refer(scope.define(target));
      entries.push({ name, argument: printLiteral(target.pointer) });
      return true;
    },
    question: (inner) => printQuestionFunction(openFrame(scope, definition), inner),
    isNamed: (reach) => `(name) => ${printNamed(scope, reach, "name")}`,
    cover(kind) {
      const name = `cover${scope.covers.length + 1}`;
      scope.covers.push(`function ${name}${printCover(openFrame(scope, definition), node, kind)}`);
      return name;
    },
  };
}
