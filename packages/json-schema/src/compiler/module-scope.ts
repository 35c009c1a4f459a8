/**
 * What stands once in a module: its constants, and a function and perhaps a table for each schema
 * that is referred to.
 *
 * Every name that is made here is a lower-case word with a number, and a function of the runtime or
 * a check has no number; what a module exports under other names can thus not clash.
 */
import type { SchemaNode } from "../document/node.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { openSites } from "../interpreter/open-sites.ts";
import type { Keyword, Site } from "../keywords/keyword.ts";
import { openLikeness } from "./alike.ts";
import { type ModuleConstants, openConstants } from "./module-constants.ts";
import type { RuntimeName } from "./runtime/catalogue.ts";
import type { Check } from "./table-writer.ts";

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
export interface ModuleScope extends ModuleConstants {
  readonly interpreter: Interpreter;
  readonly identity: Identity;
  /** The keywords of a schema that there is code for, read once. */
  sitesOf(node: SchemaNode): Sites;
  /** The definitions whose functions are called, and those whose tables are: they grow while both are written. */
  readonly demanded: readonly Definition[];
  readonly tabled: ReadonlySet<Definition>;
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
  const runtime = new Set<RuntimeName>();
  const sites = new Map<SchemaNode, Sites>();
  return {
    ...{ interpreter, identity, runtime, checks: new Map(), covers: [] },
    ...{ met: new Set(), reported: new Set(), guarded: new Set() },
    ...openConstants(runtime),
    ...openDefinitions(interpreter, identity),
    ...openDemand(),
    sitesOf(node) {
      const read = sites.get(node) ?? openSites(interpreter, node, isCompiled);
      sites.set(node, read);
      return read;
    },
  };
}

/** The schemas that have definitions. */
function openDefinitions(
  interpreter: Interpreter,
  identity: Identity,
): Pick<ModuleScope, "hasRoom" | "find" | "define"> {
  const definitions = new Map<object, Definition>();
  const keyOf = (node: SchemaNode): object => (identity === "node" ? node : node.place);
  const findLikeness = openLikeness(interpreter);
  const alike = new Map<number, Definition>();
  return {
    hasRoom: (node) =>
      identity === "place" || definitions.has(node) || definitions.size < maxDynamicDefinitions,
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

/** The definitions that the module needs. */
function openDemand(): Pick<ModuleScope, "demanded" | "tabled" | "demand" | "tabulate"> {
  const demanded: Definition[] = [];
  const known = new Set<Definition>();
  const tabled = new Set<Definition>();
  const demand = (definition: Definition): void => {
    if (!known.has(definition)) demanded.push(definition);
    known.add(definition);
  };
  return {
    ...{ demanded, tabled, demand },
    tabulate(definition) {
      demand(definition);
      tabled.add(definition);
    },
  };
}

/** Is there code for the keyword? One that only annotates has none. */
function isCompiled({ compile, tabulate }: Keyword): boolean {
  return compile !== undefined || tabulate !== undefined;
}
