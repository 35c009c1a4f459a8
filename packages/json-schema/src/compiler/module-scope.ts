/**
 * What stands once in a module: its constants, and a pair of functions for each schema that is
 * referred to.
 *
 * Every name that is made here is a lower-case word with a number, perhaps with a hint behind it,
 * and a function of the runtime has no number; what a module exports under other names can thus
 * not clash.
 */
import type { SchemaNode } from "../document/node.ts";
import type { Format } from "../formats/format.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { compilePattern } from "../interpreter/pattern.ts";
import type { JsonValue } from "../json.ts";
import { printLiteral } from "./literal.ts";
import type { RuntimeName } from "./runtime/catalogue.ts";
import type { ModuleWriter } from "./schema-writer.ts";
import { printFormat, printTextSet } from "./text-functions.ts";

/** Whether a function answers yes or no, at the first failure, or lists every error. */
export type Face = "fast" | "slow";

/** A schema that has functions of its own. */
export interface Definition {
  readonly node: SchemaNode;
  /** What tells it from others: its place, or its node. */
  readonly key: object;
  /** The function that answers yes or no, and the one that lists errors. */
  readonly names: { readonly is: string; readonly list: string };
  /** The definitions whose functions these call. */
  readonly callees: Set<Definition>;
}

/** A function that is called. */
export interface Demand {
  readonly definition: Definition;
  readonly face: Face;
}

/** How a module is written: what an earlier survey has found out about it. */
export interface ModulePlan {
  /** Are schemas told apart by dynamic scope too? Needed where a `$dynamicRef` is reached. */
  readonly identity: "place" | "node";
  /** Does the function of this definition count references, because recursion reaches it? */
  countsDepth(definition: Definition): boolean;
}

/** A module while it is written. */
export interface ModuleScope extends ModuleWriter {
  readonly interpreter: Interpreter;
  readonly plan: ModulePlan;
  /** The functions that are called, so written; grows while they are. */
  readonly demanded: readonly Demand[];
  readonly declarations: readonly string[];
  readonly runtime: ReadonlySet<RuntimeName>;
  /** The keywords that were written, and those that errors are reported for. */
  readonly met: Set<string>;
  readonly reported: Set<string>;
  /** Definitions whose functions may throw, other than for their depth. */
  readonly guarded: Set<Definition>;
  /** May the schema have a definition? Dynamic scopes could multiply them without end. */
  hasRoom(node: SchemaNode): boolean;
  /** The definition of a schema, made on the first call. */
  define(node: SchemaNode): Definition;
  /** The name of one of its functions, which will be written. */
  demand(definition: Definition, face: Face): string;
}

/** So many schemas, each with its dynamic scope, are compiled at most. */
const maxDynamicDefinitions = 20_000;

/** Opens a module for writing. */
export function createModuleScope(interpreter: Interpreter, plan: ModulePlan): ModuleScope {
  const definitions = new Map<object, Definition>();
  const demanded: Demand[] = [];
  const names = new Set<string>();
  const constants = new Map<string, string>();
  const runtime = new Set<RuntimeName>();
  const declare = (hint: string, text: string, print: (name: string) => string): string => {
    const known = constants.get(text);
    if (known !== undefined) return known;
    const name = `${hint}${constants.size + 1}`;
    constants.set(text, name);
    declarations.push(print(name));
    return name;
  };
  const declarations: string[] = [];
  const use = (name: RuntimeName): string => {
    runtime.add(name);
    return name;
  };
  const regex = (source: string): string => {
    const flags = compilePattern(source)?.flags ?? "";
    const text = `/* @__PURE__ */ new RegExp(${printLiteral(source)}, "${flags}")`;
    return declare("pattern", text, (name) => `const ${name} = ${text};`);
  };
  return {
    ...{ interpreter, plan, demanded, declarations, runtime, use, regex },
    ...{ met: new Set(), reported: new Set(), guarded: new Set() },
    hasRoom: (node) =>
      plan.identity === "place" ||
      definitions.has(node) ||
      definitions.size < maxDynamicDefinitions,
    demand(definition, face) {
      const { is, list } = definition.names;
      const name = face === "fast" ? is : list;
      if (!names.has(name)) demanded.push({ definition, face });
      names.add(name);
      return name;
    },
    define(node) {
      const key = plan.identity === "node" ? node : node.place;
      const known = definitions.get(key);
      if (known !== undefined) return known;
      const suffix = `${definitions.size + 1}${nameHint(node.pointer)}`;
      const names = { is: `is${suffix}`, list: `list${suffix}` };
      const definition: Definition = { node, key, names, callees: new Set() };
      definitions.set(key, definition);
      return definition;
    },
    literal: printLiteral,
    constant(value: JsonValue) {
      const text = printLiteral(value);
      return declare("value", text, (name) => `const ${name} = ${text};`);
    },
    textSet(texts) {
      const body = printTextSet(texts);
      return declare("isOneOf", body, (name) => `function ${name}${body}`);
    },
    format(format: Format) {
      const body = printFormat(format, regex(format.pattern), use);
      return declare("isFormat", body, (name) => `function ${name}${body}`);
    },
  };
}

/** The last word of a pointer, for whoever reads the module; nothing but letters and digits. */
function nameHint(pointer: string): string {
  const last = pointer.slice(pointer.lastIndexOf("/") + 1);
  const hint = last.replace(/[^A-Za-z0-9]+/g, "_").slice(0, 32);
  return hint === "" ? "" : `_${hint}`;
}
