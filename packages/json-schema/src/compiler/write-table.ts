/**
 * The table of a schema: its checks with their arguments, and those of the schemas below.
 */
import type { SchemaNode } from "../document/node.ts";
import { openFrame } from "./frame.ts";
import { printKey } from "./literal.ts";
import type { Definition, ModuleScope } from "./module-scope.ts";
import { printNamed } from "./named-code.ts";
import { printMark } from "./names.ts";
import type { Check, TableWriter } from "./table-writer.ts";
import { printCover } from "./write-schema.ts";

/** So many tables are written into one another; what lies deeper is a definition of its own. */
const deepestNesting = 24;

/** A definition as its table: how to ask whether a value is valid, and the checks that say why not. */
export function printTable(scope: ModuleScope, definition: Definition): string {
  const is = printMark(definition.id, { kind: "asking" });
  const checks = printChecks({ scope, definition, nesting: 0 }, definition.node);
  return `{ is: ${is}, list: () => ${checks} }`;
}

/** Where a table is written: for which definition, and in how many other tables. */
interface Place {
  readonly scope: ModuleScope;
  readonly definition: Definition;
  readonly nesting: number;
}

function printChecks(place: Place, node: SchemaNode): string {
  const { scope } = place;
  const entries: string[] = [];
  const add = (check: Check, argument: string): void => {
    scope.checks.set(check.name, check);
    for (const name of check.needs) scope.use(name);
    entries.push(`${check.name}, ${argument}`);
  };
  if (node.schema === false) {
    scope.reported.add("false");
    add(checkNothing, "0");
  }
  const writer = createTableWriter(place, node, add);
  for (const [keyword, site] of scope.sitesOf(node)) keyword.tabulate?.(site, writer);
  return `[${entries.join(", ")}]`;
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

function createTableWriter(place: Place, node: SchemaNode, add: TableWriter["add"]): TableWriter {
  const { scope, definition, nesting } = place;
  const refer = (target: Definition): string => {
    definition.callees.add(target);
    scope.tabulate(target);
    return printMark(target.id, { kind: "table" });
  };
  return {
    ...{ module: scope, add, key: printKey },
    mayReport: (keyword) => scope.reported.add(keyword),
    schema(inner) {
      if (inner.schema === true) return "[]";
      const known = scope.find(inner);
      if (known !== undefined) return refer(known);
      if (nesting >= deepestNesting) return refer(scope.define(inner));
      return printChecks({ scope, definition, nesting: nesting + 1 }, inner);
    },
    target: (target) => (scope.hasRoom(target) ? refer(scope.define(target)) : undefined),
    stopped: () => (nesting === 0 ? printMark(definition.id, { kind: "stopped" }) : "0"),
    isNamed: (reach) => `(name) => ${printNamed(scope, reach, "name")}`,
    cover(kind) {
      const name = `cover${scope.covers.length + 1}`;
      scope.covers.push(`function ${name}${printCover(openFrame(scope, definition), node, kind)}`);
      return name;
    },
  };
}
