import type { JsonObject } from "@truespec/json-schema";
import type { ChangeClass, FoundChange } from "../change.ts";
import { createDiscriminatorReader, type DiscriminatorReader } from "../schema/discriminator.ts";
import type { SubsetTest } from "../schema/question.ts";
import {
  answeredReading,
  type Reading,
  sentReading,
  takenReading,
  understoodReading,
} from "../schema/reading.ts";
import type { IsSame } from "../schema/sameness.ts";
import { createSchemaReader, type SchemaReader } from "../schema/schema-reader.ts";
import type { SchemaSites } from "../schema/site.ts";
import { createSubsetTest } from "../schema/subset.ts";
import type { Verdict } from "../schema/verdict.ts";

/** A schema's way from the old description to the new one. */
export interface SchemaPair {
  readonly before: SchemaSites;
  readonly after: SchemaSites;
}

/** How the schemas of one direction are compared. */
export interface SchemaWalk {
  readonly direction: "request" | "response";
  readonly before: SchemaReader;
  readonly after: SchemaReader;
  readonly isSame: IsSame;
  /** Whether two nodes are the same, and so all that their discriminators lead to. */
  readonly isUntouched: IsSame;
  readonly discriminators: {
    readonly before: DiscriminatorReader;
    readonly after: DiscriminatorReader;
  };
  /** Whether the old client can live with the new schema. */
  readonly isSafe: (pair: SchemaPair) => Verdict;
  /** The subset test behind {@link isSafe}: what is sent, what is taken. */
  readonly test: SubsetTest;
  /** Whether the contrary change would be safe: both are, and the schemas mean the same. */
  readonly isSafeBack: (pair: SchemaPair) => Verdict;
}

/** Opens the comparison of one direction: what is answered must be understood, what is sent taken. */
export function openWalk(
  direction: "request" | "response",
  documents: { readonly before: JsonObject; readonly after: JsonObject },
  { isSame, isUntouched }: Pick<SchemaWalk, "isSame" | "isUntouched">,
): SchemaWalk {
  const isResponse = direction === "response";
  const sent = isResponse ? answeredReading : sentReading;
  const taken = isResponse ? understoodReading : takenReading;
  const read = (side: "before" | "after", reading: Reading): SchemaReader =>
    createSchemaReader(documents[side], reading);
  const [inner, outer] = isResponse
    ? [read("after", sent), read("before", taken)]
    : [read("before", sent), read("after", taken)];
  const test = createSubsetTest({ inner, outer, isSame });
  const back = createSubsetTest({
    inner: read(isResponse ? "before" : "after", sent),
    outer: read(isResponse ? "after" : "before", taken),
    isSame,
  });
  const [before, after] = isResponse ? [outer, inner] : [inner, outer];
  return {
    ...{ direction, isSame, isUntouched, test, before, after },
    discriminators: {
      before: createDiscriminatorReader(before),
      after: createDiscriminatorReader(after),
    },
    isSafe: (pair) => (isResponse ? test(pair.after, pair.before) : test(pair.before, pair.after)),
    isSafeBack: (pair) =>
      isResponse ? back(pair.before, pair.after) : back(pair.after, pair.before),
  };
}

/** The class of a change that a test judged. */
export function classOf(verdict: Verdict): ChangeClass {
  if (verdict === "yes") return "additive";
  return verdict === "no" ? "breaking" : "undecided";
}

/** Whether a change makes a major bump. */
export function isMajor(change: Pick<FoundChange, "class">): boolean {
  return change.class === "breaking" || change.class === "undecided";
}
