import type { JsonObject, JsonValue } from "@truespec/json-schema";
import type { Report } from "../diagnostics/diagnose.ts";
import type { Trace } from "../trace/trace.ts";

/** Which edition of OpenAPI a schema was written for: 3.1 stands for all later ones too, 2.0 is what was Swagger. */
export type Dialect = "2.0" | "3.0" | "3.1";

/** Faults of which a description has many alike: said once, with their number. */
export type CountedFault =
  | "closed-part"
  | "discriminator-string"
  | "enum-excluded"
  | "exclusive-in-3-1"
  | "nullable-in-3-1"
  | "nullable-without-type"
  | "recursive-ref"
  | "required-excluded"
  | "required-unknown"
  | "type-any"
  | "type-file"
  | "type-null"
  | "unknown-keyword";

/** The name that a fault is about, and names like it that are there. */
export interface FaultyName {
  readonly name: string;
  readonly near: readonly string[];
}

/** The value that a fault is about, as messages show it, and the type that it is not of. */
export interface FaultyValue {
  readonly value: string;
  readonly type: string;
}

/** What a rule needs to know beside the schema. It speaks of the schema that the rules are at. */
export interface RuleContext {
  readonly dialect: Dialect;
  readonly trace: Trace;
  /** Counts a fault of this schema; what it is about is said of the first. */
  readonly count: (fault: CountedFault, about?: FaultyName | FaultyValue) => void;
  /** Counts what stands beside the schema's `$ref` and is ignored. */
  readonly countSibling: (name: string) => void;
  /** Counts a keyword that its edition does not have. */
  readonly countLater: (name: string) => void;
  /** The key under which the schema stands; the key of the list where it stands in one. */
  readonly findKeyword: () => string | undefined;
  /** The reference to the outermost schema around this one; undefined where none is known. */
  readonly findOutermost: () => string | undefined;
  /** What a schema's reference leads to, and that one's; the schema itself where it has none. */
  readonly follow: (schema: JsonValue) => JsonValue;
  /** Whether the references that begin at a pointer lead round in a ring. */
  readonly isRing: (pointer: string) => boolean;
  /** Reports a fault of this schema; takes pointers into it. */
  readonly report: Report;
}

/**
 * One rule of the upgrade: a schema in, the same or a changed one out. Its subschemas went through
 * all rules before.
 */
export type SchemaRule = (schema: JsonObject, context: RuleContext) => JsonObject;
