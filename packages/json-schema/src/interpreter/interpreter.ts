import type { SchemaDocument } from "../document/document.ts";
import type { SchemaNode } from "../document/node.ts";
import type { ValidationError } from "../validation.ts";
import type { Conventions } from "./conventions.ts";
import type { Evaluation, Plan, Reach } from "./plan.ts";

/** Evaluates the schemas of one document. */
export interface Interpreter extends Conventions {
  readonly document: SchemaDocument;
  /** Does the instance meet the schema? Errors go where `at` says. May throw `TooDeep`. */
  evaluate(node: SchemaNode, instance: unknown, at: Evaluation): boolean;
  /** The same without errors, asked once for an instance however often it is needed. */
  meets(node: SchemaNode, instance: unknown, at: Evaluation): boolean;
  /** The errors of an instance, listed once for a place however often they are needed. */
  attempt(node: SchemaNode, instance: unknown, at: Evaluation): readonly ValidationError[];
  /** The prepared node. */
  planOf(node: SchemaNode): Plan;
  /** Where the subschemas apply of all schemas that the node may apply in place, its own first. */
  reachesOf(node: SchemaNode): readonly Reach[];
  /** Does the instance meet the schema? What goes too deep does not. */
  holds(node: SchemaNode, instance: unknown): boolean;
  /** Every error of the instance; one with keyword `depth` where it goes too deep. */
  collectErrors(node: SchemaNode, instance: unknown): readonly ValidationError[];
  /** The first of them alone: what comes behind it is not looked at. Empty where there is none. */
  findFirstError(node: SchemaNode, instance: unknown): readonly ValidationError[];
}
