/**
 * The anatomy of a keyword: its faces side by side, one file per keyword.
 */
import type { SchemaWriter } from "../compiler/schema-writer.ts";
import type { TableWriter } from "../compiler/table-writer.ts";
import type { SchemaNode } from "../document/node.ts";
import type { Vocabulary } from "../document/vocabulary.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import type { Annotate, Evaluate, InPlace } from "../interpreter/plan.ts";
import type { JsonObject, JsonValue } from "../json.ts";

/** The instances that a keyword looks at; it passes over all others. */
export type Target = "any" | "string" | "number" | "array" | "object";

/**
 * A keyword where it stands in a schema, with a well-formed value.
 *
 * - `schema`: the object it stands in, so its siblings
 * - `location`: JSON Pointer of the keyword, as errors name it
 */
export interface Site {
  readonly keyword: Keyword;
  readonly node: SchemaNode;
  readonly schema: JsonObject;
  readonly value: JsonValue;
  readonly location: string;
  readonly interpreter: Interpreter;
  /** The subschema at these tokens below the node, the keyword's name first. */
  findSubschema(...tokens: string[]): SchemaNode;
  /** Makes a diagnostic at this keyword. */
  reportFault(message: string): void;
}

/**
 * A keyword.
 *
 * - `accepts`: is the value well-formed? `expects` says in words what would be
 * - `interpret`: its validation of an instance
 * - `inspect`: what it says of a place alone, without the places below and the schemas beside
 * - `annotate`: what it annotates an instance with, Core section 7.7
 * - `applyInPlace`: the subschemas that it applies to the same instance
 * - `compile`: the same validation as code, which answers yes or no
 * - `tabulate`: what such code lists errors by
 *
 * A face answers undefined, or is missing, where the keyword has nothing to do there.
 */
export interface Keyword {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly target: Target;
  readonly expects: string;
  readonly accepts: (value: JsonValue) => boolean;
  readonly interpret?: (site: Site) => Evaluate | undefined;
  readonly inspect?: (site: Site) => Evaluate | undefined;
  readonly annotate?: (site: Site) => Annotate | undefined;
  readonly applyInPlace?: (site: Site) => InPlace | undefined;
  readonly compile?: (site: Site, writer: SchemaWriter) => void;
  readonly tabulate?: (site: Site, table: TableWriter) => void;
}
