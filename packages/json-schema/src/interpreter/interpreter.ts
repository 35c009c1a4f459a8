import type { SchemaDocument } from "../document/document.ts";
import type { SchemaNode } from "../document/node.ts";
import type { ValidationError } from "../validation.ts";
import type { Evaluation, Plan } from "./plan.ts";

/** Whether `format` only annotates, Validation section 7.2.1, or asserts too. */
export type FormatMode = "annotate" | "assert";

/** Evaluates the schemas of one document under one reading of `format`. */
export interface Interpreter {
  readonly document: SchemaDocument;
  readonly formats: FormatMode;
  /** Does the instance meet the schema? Errors go where `at` says. May throw `TooDeep`. */
  evaluate(node: SchemaNode, instance: unknown, at: Evaluation): boolean;
  /** The same without errors, asked once for an instance however often it is needed. */
  meets(node: SchemaNode, instance: unknown, at: Evaluation): boolean;
  /** The errors of an instance, listed once for a place however often they are needed. */
  attempt(node: SchemaNode, instance: unknown, at: Evaluation): readonly ValidationError[];
  /** The prepared node. */
  planOf(node: SchemaNode): Plan;
  /** Does the instance meet the schema? What goes too deep does not. */
  holds(node: SchemaNode, instance: unknown): boolean;
  /** Every error of the instance; one with keyword `depth` where it goes too deep. */
  collectErrors(node: SchemaNode, instance: unknown): readonly ValidationError[];
}
