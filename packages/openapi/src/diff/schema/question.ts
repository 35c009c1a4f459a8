import type { IsSame } from "./sameness.ts";
import type { SchemaReader } from "./schema-reader.ts";
import type { SchemaSites } from "./site.ts";
import type { Verdict } from "./verdict.ts";

/** Whether each instance of the first schema is one of the second. */
export type SubsetTest = (a: SchemaSites, b: SchemaSites) => Verdict;

/** What a subset test works with. */
export interface SubsetOptions {
  /** Reads the schema that is to lie within the other. */
  readonly inner: SchemaReader;
  readonly outer: SchemaReader;
  /** Whether two nodes, one of each document, are the same; may say no of the same ones. */
  readonly isSame: IsSame;
  /** Pairs of branches that one question may compare; all together a hundred times as many. Default: 40,000. */
  readonly mostPairs?: number;
}

/** What all questions of one test share. */
export interface SharedWork extends Required<SubsetOptions> {
  /** Verdicts that rest on nothing open. */
  readonly known: Map<string, Verdict>;
  pairs: number;
}

/** A question that is being answered. */
export interface Question {
  readonly shared: SharedWork;
  /** Answers what comes up on the way. */
  readonly judge: SubsetTest;
  /** The pairs that are assumed to hold while they are looked at, with their depth. */
  readonly assumed: Map<string, number>;
  /** The least depth of an assumption that was used. */
  lowest: number;
  pairs: number;
}

/** Has the question, or the whole test, compared as many pairs as it may? */
export function isTired({ shared, pairs }: Question): boolean {
  return pairs > shared.mostPairs || shared.pairs > 100 * shared.mostPairs;
}
