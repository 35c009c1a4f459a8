/**
 * What the interpreter prepares of a schema node, once: its keywords as functions.
 */
import type { SchemaNode } from "../document/node.ts";
import type { JsonValue } from "../json.ts";
import type { Pattern } from "../pattern/pattern.ts";
import type { ValidationError } from "../validation.ts";
import { createMemory, type Memory } from "./memory.ts";
import type { Tags } from "./tags.ts";
import type { Trace } from "./trace.ts";

/** Where an evaluation stands in the instance: the steps down to it, innermost first. */
export interface InstancePath {
  readonly parent: InstancePath | undefined;
  readonly token: string | number;
}

/**
 * One evaluation of a schema against one place of the instance.
 *
 * - `path`: where that place is; undefined at the root
 * - `references`: how many `$ref`s were followed on the way, against the depth limit
 * - `memory`: what the whole evaluation has found out
 * - `errors`: where errors go; undefined where only the answer counts, which then stops at the first
 * - `trace`: where it is recorded which subschemas are applied; undefined where nobody asks
 */
export interface Evaluation {
  readonly path: InstancePath | undefined;
  readonly references: number;
  readonly memory: Memory;
  readonly errors: ValidationError[] | undefined;
  readonly trace: Trace | undefined;
}

/** An evaluation that begins at the root. */
export function beginEvaluation(errors: ValidationError[] | undefined): Evaluation {
  return { path: undefined, references: 0, memory: createMemory(), errors, trace: undefined };
}

/** The same evaluation for questions that are no part of the record. */
export function withoutTrace(at: Evaluation): Evaluation {
  return at.trace === undefined ? at : { ...at, trace: undefined };
}

/** Evaluates one keyword: does the instance meet it? */
export type Evaluate = (instance: unknown, at: Evaluation) => boolean;

/** The annotation that a keyword makes of an instance that meets its schema; undefined for none. */
export type Annotate = (instance: unknown, at: Evaluation) => JsonValue | undefined;

/** Subschemas that a keyword applies in place, and when they count. */
export type InPlace =
  | { readonly kind: "all"; readonly nodes: readonly SchemaNode[] }
  | {
      readonly kind: "any";
      readonly nodes: readonly SchemaNode[];
      readonly tags: Tags | undefined;
    }
  | {
      readonly kind: "if";
      readonly condition: SchemaNode;
      readonly met: SchemaNode | undefined;
      readonly unmet: SchemaNode | undefined;
    }
  | {
      readonly kind: "present";
      readonly dependents: readonly (readonly [property: string, node: SchemaNode])[];
    };

/** The subschemas of a node that apply to members or items of an instance. */
export interface Reach {
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly patterns: readonly (readonly [pattern: Pattern, node: SchemaNode])[];
  readonly additional: SchemaNode | undefined;
  readonly unevaluated: SchemaNode | undefined;
  readonly prefix: readonly SchemaNode[];
  readonly items: SchemaNode | undefined;
  readonly contains: SchemaNode | undefined;
  readonly unevaluatedItems: SchemaNode | undefined;
}

/** What a keyword says of a place alone, and of instances of which types (a mask). */
export interface Check {
  readonly types: number;
  readonly keyword: string;
  readonly ask: Evaluate;
}

/**
 * A prepared node.
 *
 * - `steps`: every keyword, for validation
 * - `inspections`: what each keyword says of the place alone, for reading place by place
 * - `types`, `checks`: the same by type: the mask that `type` allows, and the other keywords
 * - `inPlace`, `reach`: where its subschemas apply
 */
export interface Plan {
  readonly steps: readonly Evaluate[];
  readonly inspections: readonly Evaluate[];
  readonly types: number;
  readonly checks: readonly Check[];
  readonly inPlace: readonly InPlace[];
  readonly reach: Reach;
}
