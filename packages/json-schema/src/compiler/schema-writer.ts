/**
 * What a keyword writes its code with.
 */
import type { SchemaNode } from "../document/node.ts";
import type { ImportedFormat } from "../formats/custom-format.ts";
import type { Format } from "../formats/format.ts";
import type { Reach } from "../interpreter/plan.ts";
import type { JsonValue } from "../json.ts";
import type { Pattern } from "../pattern/pattern.ts";
import type { RuntimeName } from "./runtime/catalogue.ts";

/** Code that tells whether a property or an item has been evaluated, Core section 11. */
export interface CoverCode {
  property(name: string): string;
  item(index: string, item: string): string;
}

/** Reads the instance, and statements around that. */
export interface ValueWriter {
  /** The variable with the instance. */
  readonly value: string;
  /** The variable with the property of this name of the instance, undefined where it is absent. */
  member(name: string): string;
  /** The variable with the instance's own members. */
  object(): string;
  /**
   * A loop over names, with an expression that tells whether the property is there: cheaper where
   * most names need no look at the property.
   */
  eachName(body: (name: string, isThere: string) => void): void;
  /** A loop over the properties that are there. */
  eachMember(body: (name: string, member: string) => void): void;
  /** A loop over the items from an index on. */
  eachItem(start: number, body: (index: string, item: string) => void): void;
  /** Statements that run where the condition holds. */
  when(condition: string, body: () => void): void;
  /** A statement. */
  line(text: string): void;
  /** A new constant of this function with an expression's value. */
  local(hint: string, expression: string): string;
  /** A new variable of this function that starts at 0. */
  counter(hint: string): string;
}

/** Says no. */
export interface FailureWriter {
  /** The instance fails the schema where the condition holds. */
  failIf(condition: string): void;
  /** The whole evaluation ends here, and the instance is invalid whatever stands around. */
  refuse(site: Refused, params: JsonValue): void;
}

/** The keyword that ends an evaluation; a keyword's site is one. */
export interface Refused {
  readonly keyword: { readonly name: string };
  readonly location: string;
}

/** Leads to other schemas. */
export interface ApplicationWriter {
  /** All checks of a schema, on this instance or on the value below in another variable. */
  apply(node: SchemaNode, value?: string): void;
  /** All checks of schemas on the properties of these names, where they are there. */
  applyToMembers(properties: readonly (readonly [string, SchemaNode])[]): void;
  /** All checks of the target of a reference; answers false where the module has no room for it. */
  refer(target: SchemaNode): boolean;
  /** An expression: does the value in a variable meet the schema? Used once, so that it costs once. */
  holds(node: SchemaNode, value: string): string;
  /** Does the schema of this property fail for a property that is absent? */
  rejectsUndefined(name: string): boolean;
  /** An expression: do `properties` or `patternProperties` name what is in the variable? */
  isNamed(reach: Reach, name: string): string;
  /**
   * The checks of a union, of which a tag names the one branch to ask; answers false, and writes
   * nothing, where it is not proved that there is such a tag.
   */
  dispatch(branches: readonly SchemaNode[]): boolean;
  /** Is it proved that no instance meets two of these schemas? */
  areDisjoint(branches: readonly SchemaNode[]): boolean;
  /** What the schema and those it applies in place have evaluated. */
  cover(kind: "property" | "item"): CoverCode;
}

/** What stands once in the module. */
export interface ModuleWriter {
  /** A function of the runtime, by the name it has in the module. */
  use(name: RuntimeName): string;
  /** A value as a JavaScript literal that is safe in any source text. */
  literal(value: JsonValue): string;
  /** A value as a constant of the module. */
  constant(value: JsonValue): string;
  /** What matches a pattern as a constant of the module, which has a method `test`. */
  pattern(pattern: Pattern): string;
  /** A function of the module that tells whether a value is one of these strings. */
  textSet(texts: readonly string[]): string;
  /** The same for numbers, booleans and null. */
  scalarSet(scalars: readonly JsonValue[]): string;
  /** A map as a constant of the module. */
  map(entries: readonly (readonly [string, JsonValue])[]): string;
  /** The same as `textSet` for arrays and objects. */
  compositeSet(composites: readonly JsonValue[]): string;
  /** A function of the module that tells whether a text has a format. */
  format(format: Format): string;
  /** A function of another module, which this one imports. */
  imported(format: ImportedFormat): string;
}

/**
 * Writes the checks of one schema over the instance in one variable: the answer yes or no, which
 * ends at the first failure. What the errors are is the table's, see `table-writer.ts`.
 */
export interface SchemaWriter extends ValueWriter, FailureWriter, ApplicationWriter {
  readonly module: ModuleWriter;
}
