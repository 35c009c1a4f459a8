/**
 * Writes the functions and tables of a module, and finds out which of them can recur.
 */
import type { SchemaNode } from "../document/node.ts";
import { maxReferences } from "../interpreter/depth.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { createModuleScope, type Definition, type ModuleScope } from "./module-scope.ts";
import { printName, replaceMarks, type Skeleton, splitAtNames } from "./names.ts";
import { findNested } from "./nest-tables.ts";
import type { Listing } from "./options.ts";
import { findSame } from "./share.ts";
import { printFunction } from "./write-schema.ts";
import { printTable } from "./write-table.ts";

/** A chain of so many calls is counted even where it cannot recur, to spare the stack. */
const longestChain = 256;

/** The functions and tables of schemas. */
export interface WrittenModule {
  readonly scope: ModuleScope;
  readonly functions: readonly string[];
  /** The name of a definition's function, or of its table. */
  nameOf(definition: Definition, kind: "is" | "table"): string;
  /** Is there one that does? */
  readonly isDeep: boolean;
  /** Does the function of this definition count references, because recursion reaches it? */
  countsDepth(definition: Definition): boolean;
}

/** Writes the functions of these schemas and of all that they lead to, and tables where errors are listed by these. */
export function writeModule(
  interpreter: Interpreter,
  roots: readonly SchemaNode[],
  listing: Listing,
): WrittenModule {
  const write = (scope: ModuleScope): Units => {
    for (const root of roots) {
      const definition = scope.define(root);
      if (listing === "compiled") scope.tabulate(definition);
      else scope.demand(definition);
    }
    return writeUnits(scope);
  };
  const draft = createModuleScope(interpreter, "place");
  const units = write(draft);
  if (!draft.met.has("$dynamicRef")) return finish(draft, { units, roots });
  const scope = createModuleScope(interpreter, "node");
  return finish(scope, { units: write(scope), roots });
}

type Units = ReadonlyMap<string, string>;

/** The texts of functions and tables, with marks, by their names' marks. */
function writeUnits(scope: ModuleScope): Units {
  const units = new Map<string, string>();
  let written = 0;
  const writeFunctions = () => {
    // The list grows while it is walked: writing one function demands others.
    for (; written < scope.demanded.length; written += 1) {
      const definition = scope.demanded[written];
      if (definition === undefined) return;
      units.set(`is${definition.id}`, printFunction(scope, definition));
    }
  };
  // A table refers to what has a function, so the functions come first.
  writeFunctions();
  for (const definition of scope.tabled) {
    units.set(`table${definition.id}`, printTable(scope, definition));
    writeFunctions();
  }
  return units;
}

/** What was written, and the schemas whose tables are called. */
interface Draft {
  readonly units: Units;
  readonly roots: readonly SchemaNode[];
}

function finish(scope: ModuleScope, { units, roots }: Draft): WrittenModule {
  const recurring = findRecurring(scope.demanded);
  const settle = (text: string) => shortenQuestions(settleDepth(scope, text, recurring));
  const settled = new Map([...units].map(([name, text]) => [name, splitAtNames(settle(text))]));
  const same = findSame(settled);
  const called = new Set(roots.map((root) => `table${scope.define(root).id}`));
  const nested = findNested({ units: settled, same }, called);
  const names = nameUnits(same, nested);
  const fill = ({ pieces, names: inner }: Skeleton): string =>
    pieces.map((piece, index) => piece + print(inner[index] ?? "")).join("");
  const print = (unit: string): string => {
    const first = same.get(unit) ?? "";
    const table = nested.has(first) ? settled.get(first) : undefined;
    return table === undefined ? (names.get(first) ?? "") : fill(table);
  };
  const functions = [...settled].flatMap(([unit, skeleton]) => {
    if (same.get(unit) !== unit || nested.has(unit)) return [];
    const name = names.get(unit) ?? unit;
    return [
      unit.startsWith("is")
        ? `function ${name}${fill(skeleton)}`
        : `const ${name} = ${fill(skeleton)};`,
    ];
  });
  const covers = scope.covers.map((text) => fill(splitAtNames(settle(text))));
  return {
    scope,
    functions: [...functions, ...covers],
    nameOf: ({ id }, kind) => names.get(`${kind}${id}`) ?? "",
    isDeep: recurring.size > 0,
    countsDepth: ({ id }) => recurring.has(id),
  };
}

/** Short names, in the order of writing; what is the same has the same one, what stands in another none. */
function nameUnits(
  same: ReadonlyMap<string, string>,
  nested: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let count = 0;
  for (const [unit, first] of same) {
    if (nested.has(first)) continue;
    if (unit === first) {
      count += 1;
      names.set(unit, `${unit.startsWith("is") ? "is" : "checks"}${count}`);
    } else names.set(unit, names.get(first) ?? first);
  }
  return names;
}

/** Replaces every mark but those of names: which functions count depth is known now. */
function settleDepth(scope: ModuleScope, text: string, recurring: ReadonlySet<number>): string {
  return replaceMarks(text, (kind, id, count) => {
    const name = printName(`is${id}`);
    if (!recurring.has(id)) {
      if (kind === "asking") return `is: ${name}, `;
      return kind === "ask" ? name : "";
    }
    switch (kind) {
      case "ask":
        return scope.use("once");
      case "asked":
        return `${name}, `;
      case "asking":
      case "walking":
        return `is: (v, d, m) => ${scope.use("once")}(${name}, v, d, m), `;
      case "arguments":
        return count === 0 ? ", d, m" : `, d + ${count}, m`;
      case "parameters":
        return ", d, m";
      default:
        return `  if (d > ${maxReferences}) throw new ${scope.use("Refusal")}();\n`;
    }
  });
}

/** A function that only calls another one is that one. */
function shortenQuestions(text: string): string {
  if (!text.includes("(v, d, m) =>")) return text;
  return text.replace(/\(v, d, m\) => (\u0091is\d+\u0092)\(v\)(?=[,\]])/g, "$1");
}

/** The definitions that call themselves, call such ones, or stand atop a very long chain of calls. */
function findRecurring(definitions: readonly Definition[]): ReadonlySet<number> {
  const callers = new Map<Definition, Definition[]>();
  const open = new Map<Definition, number>();
  for (const definition of definitions) {
    open.set(definition, definition.callees.size);
    for (const callee of definition.callees) {
      const known = callers.get(callee);
      if (known === undefined) callers.set(callee, [definition]);
      else known.push(definition);
    }
  }
  // Taking away, again and again, what calls nothing that is left: what stays can recur.
  const heights = new Map<Definition, number>();
  const ready = definitions.filter((definition) => definition.callees.size === 0);
  for (const definition of ready) {
    const below = [...definition.callees].map((callee) => heights.get(callee) ?? 0);
    heights.set(definition, 1 + below.reduce((most, height) => Math.max(most, height), 0));
    for (const caller of callers.get(definition) ?? []) {
      const left = (open.get(caller) ?? 0) - 1;
      open.set(caller, left);
      if (left === 0) ready.push(caller);
    }
  }
  const recurring = definitions.filter(
    (definition) => (heights.get(definition) ?? Infinity) > longestChain,
  );
  return new Set(recurring.map(({ id }) => id));
}
