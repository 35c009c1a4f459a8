/**
 * What a keyword writes its entry in the table of checks with. The errors of an instance are listed
 * by walking that table, where the fast answer was no; the table and the functions that walk it
 * become part of the module.
 */
import type { SchemaNode } from "../document/node.ts";
import type { Reach } from "../interpreter/plan.ts";
import type { RuntimeName } from "./runtime/catalogue.ts";
import type { ModuleWriter } from "./schema-writer.ts";

/**
 * A function of the module that lists what is wrong with a value.
 *
 * - `name`: `check` and a word, without digits, so that it clashes with nothing
 * - `text`: its source; it is called with its argument in the table, the value and the place. It is
 *   missing where the runtime has the function
 * - `needs`: the functions of the runtime that it calls
 * - `isWhole`: does its argument stand for a schema that has no other check?
 */
export interface Check {
  readonly name: string;
  readonly needs: readonly RuntimeName[];
  readonly text?: string;
  readonly isWhole?: boolean;
}

/** Writes the checks of one schema as entries of its table. */
export interface TableWriter {
  readonly module: ModuleWriter;
  /** An entry: the check and its argument, which is JavaScript. */
  add(check: Check, argument: string): void;
  /** A schema as an argument: its own table. */
  schema(node: SchemaNode): string;
  /** The same, with a function that answers whether a value meets it. */
  asking(node: SchemaNode): string;
  /** Is it proved that no instance meets two of these schemas? */
  areDisjoint(branches: readonly SchemaNode[]): boolean;
  /** An entry: the target of a reference; answers false where the module has no room for it. */
  refer(target: SchemaNode): boolean;
  /** A function as an argument: of a value, the depth and the memory, does it meet the schema? */
  question(node: SchemaNode): string;
  /** Keeps in mind that errors of this keyword can be listed. */
  mayReport(keyword: string): void;
  /** A function as an argument: do `properties` or `patternProperties` name this name? */
  isNamed(reach: Reach): string;
  /** A function as an argument: of a value and a place, whether a property or an item is evaluated. */
  cover(kind: "property" | "item"): string;
}
