/**
 * What stands once in a module: its constants, and a function and perhaps a table for each schema
 * that is referred to.
 *
 * Every name that is made here is a lower-case word with a number, and a function of the runtime or
 * a check has no number; what a module exports under other names can thus not clash.
 */
import type { SchemaNode } from "../document/node.ts";
import type { Format } from "../formats/format.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { openSites } from "../interpreter/open-interpreter.ts";
import type { JsonValue } from "../json.ts";
import type { Keyword, Site } from "../keywords/keyword.ts";
import { openLikeness } from "./alike.ts";
import { printLiteral } from "./literal.ts";
import { printPattern } from "./pattern-code.ts";
import type { RuntimeName } from "./runtime/catalogue.ts";
import type { ModuleWriter } from "./schema-writer.ts";
import type { Check } from "./table-writer.ts";
import { printFormat, printTextSet } from "./text-functions.ts";

/** A schema that has a function of its own, and perhaps a table. */
export interface Definition {
  readonly node: SchemaNode;
  readonly id: number;
  /** The definitions whose functions are called from it. */
  readonly callees: Set<Definition>;
}

/** What tells schemas apart: their place, or the node, which holds the dynamic scope too. */
export type Identity = "place" | "node";

/** A schema's keywords where they stand. */
export type Sites = readonly Site[];

/** A module while it is written. */
export interface ModuleScope extends ModuleWriter {
  readonly interpreter: Interpreter;
  readonly identity: Identity;
  /** The keywords of a schema that there is code for, read once. */
  sitesOf(node: SchemaNode): Sites;
  /** The definitions whose functions are called, and those whose tables are: they grow while both are written. */
  readonly demanded: readonly Definition[];
  readonly tabled: ReadonlySet<Definition>;
  readonly declarations: readonly string[];
  readonly runtime: ReadonlySet<RuntimeName>;
  readonly checks: Map<string, Check>;
  /** Functions that tables call, as texts with marks. */
  readonly covers: string[];
  /** The keywords that were written, and those that errors are reported for. */
  readonly met: Set<string>;
  readonly reported: Set<string>;
  /** Definitions whose functions may throw, other than for their depth. */
  readonly guarded: Set<Definition>;
  /** May the schema have a definition? Dynamic scopes could multiply them without end. */
  hasRoom(node: SchemaNode): boolean;
  /** The definition of a schema, made on the first call; what says the same has the same one. */
  define(node: SchemaNode): Definition;
  /** The definition of a schema, if it has one. */
  find(node: SchemaNode): Definition | undefined;
  /** Its function, or its table, will be written. */
  demand(definition: Definition): void;
  tabulate(definition: Definition): void;
}

/** So many schemas, each with its dynamic scope, are compiled at most. */
const maxDynamicDefinitions = 20_000;

/** Opens a module for writing. */
export function createModuleScope(interpreter: Interpreter, identity: Identity): ModuleScope {
  const definitions = new Map<object, Definition>();
  const demanded: Definition[] = [];
  const known = new Set<Definition>();
  const tabled = new Set<Definition>();
  const runtime = new Set<RuntimeName>();
  const demand = (definition: Definition): void => {
    if (!known.has(definition)) demanded.push(definition);
    known.add(definition);
  };
  const sites = new Map<SchemaNode, Sites>();
  const keyOf = (node: SchemaNode): object => (identity === "node" ? node : node.place);
  const findLikeness = openLikeness(interpreter);
  const alike = new Map<number, Definition>();
  return {
    ...{ interpreter, identity, demanded, tabled, runtime, checks: new Map(), covers: [] },
    ...{ met: new Set(), reported: new Set(), guarded: new Set() },
    ...openConstants(runtime),
    hasRoom: (node) =>
      identity === "place" || definitions.has(node) || definitions.size < maxDynamicDefinitions,
    demand,
    tabulate(definition) {
      demand(definition);
      tabled.add(definition);
    },
    sitesOf(node) {
      const read = sites.get(node) ?? openSites(interpreter, node, isCompiled);
      sites.set(node, read);
      return read;
    },
    find: (node) => definitions.get(keyOf(node)),
    define(node) {
      const key = keyOf(node);
      const defined = definitions.get(key);
      if (defined !== undefined) return defined;
      // In a dynamic scope a schema is not what it says alone.
      const likeness = identity === "node" ? undefined : findLikeness(node);
      const known = likeness === undefined ? undefined : alike.get(likeness);
      const id = definitions.size + 1;
      const definition = known ?? { node, id, callees: new Set<Definition>() };
      definitions.set(key, definition);
      if (likeness !== undefined) alike.set(likeness, definition);
      return definition;
    },
  };
}

/** Is there code for the keyword? One that only annotates has none. */
function isCompiled({ compile, tabulate }: Keyword): boolean {
  return compile !== undefined || tabulate !== undefined;
}

/** What a module declares beside its definitions, each text once. */
function openConstants(
  runtime: Set<RuntimeName>,
): ModuleWriter & Pick<ModuleScope, "declarations"> {
  const constants = new Map<string, string>();
  const declarations: string[] = [];
  const declare = (hint: string, text: string, print: (name: string) => string): string => {
    const known = constants.get(text);
    if (known !== undefined) return known;
    const name = `${hint}${constants.size + 1}`;
    constants.set(text, name);
    declarations.push(print(name));
    return name;
  };
  const use = (name: RuntimeName): string => {
    runtime.add(name);
    return name;
  };
  const declareNew = (kind: "Map" | "Set", content: JsonValue): string => {
    const text = `/* @__PURE__ */ new ${kind}(${printLiteral(content)})`;
    return declare("value", text, (name) => `const ${name} = ${text};`);
  };
  const regex = (source: string): string => {
    const text = printPattern(source);
    return declare("pattern", text, (name) => `const ${name} = ${text};`);
  };
  return {
    ...{ declarations, use, regex, literal: printLiteral },
    constant(value: JsonValue) {
      const text = printLiteral(value);
      return declare("value", text, (name) => `const ${name} = ${text};`);
    },
    textSet(texts) {
      const body = printTextSet(texts);
      if (body === undefined) return `${declareNew("Set", texts)}.has`;
      return declare("isOneOf", body, (name) => `function ${name}${body}`);
    },
    scalarSet: (scalars) => `${declareNew("Set", scalars)}.has`,
    map: (entries) => declareNew("Map", entries),
    compositeSet(composites) {
      const text = `/* @__PURE__ */ ${use("among")}(${printLiteral(composites)})`;
      return declare("isOneOf", text, (name) => `const ${name} = ${text};`);
    },
    format(format: Format) {
      const body = printFormat(format, regex(format.pattern), use);
      return declare("isFormat", body, (name) => `function ${name}${body}`);
    },
  };
}
