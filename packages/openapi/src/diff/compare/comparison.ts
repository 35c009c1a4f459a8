import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { resolvePointer } from "@truespec/json-schema/json-pointer";
import type { Description } from "../../model/model.ts";
import type { ChangeClass, ChangeDirection, ChangeKind, FoundChange } from "../change.ts";
import { createHeirs } from "../schema/heirs.ts";
import { createSameness, type IsSame } from "../schema/sameness.ts";
import { createExplainSchemas } from "./explain.ts";
import { openWalk } from "./schema-walk.ts";

/** The two descriptions, and what answers questions about both. */
export interface Comparison {
  readonly before: Description;
  readonly after: Description;
  readonly isSame: IsSame;
  /** The changes between two schemas, by pointer; a pointer that is undefined means any value. */
  readonly compareSchemas: (schemas: ComparedSchemas) => readonly FoundChange[];
  /** Whether both schemas allow neither arrays nor objects. */
  readonly areScalars: (direction: "request" | "response", pair: PointerPair) => boolean;
  /** What both pointers lead to, in the old document and in the new. */
  readonly findBoth: (pair: PointerPair) => readonly [JsonValue | undefined, JsonValue | undefined];
}

/** A place in each of the two documents. */
export interface PointerPair {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Two schemas that stand in one place of an operation. */
export interface ComparedSchemas extends PointerPair {
  readonly direction: "request" | "response";
  /** Where the changes stand when a side has no schema. */
  readonly pointer: string;
}

/** Opens the comparison of two descriptions. */
export function openComparison(before: Description, after: Description): Comparison {
  const documents = { before: before.document, after: after.document };
  const isSame = createSameness(documents);
  const isUntouched = createSameness(documents, {
    before: createHeirs(before.document),
    after: createHeirs(after.document),
  });
  const walks = {
    request: openWalk("request", documents, { isSame, isUntouched }),
    response: openWalk("response", documents, { isSame, isUntouched }),
  };
  const explainSchemas = {
    request: createExplainSchemas(walks.request),
    response: createExplainSchemas(walks.response),
  };
  const known = new Map<string, readonly FoundChange[]>();
  const compareSchemas = (schemas: ComparedSchemas): readonly FoundChange[] => {
    const { direction, pointer } = schemas;
    const key = JSON.stringify([direction, schemas.before, schemas.after]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const changes = explainSchemas[direction]({
      before: sitesAt(before.document, schemas.before),
      after: sitesAt(after.document, schemas.after),
      pointer,
    });
    known.set(key, changes);
    return changes;
  };
  const findBoth: Comparison["findBoth"] = (pair) => [
    findIn(before.document, pair.before),
    findIn(after.document, pair.after),
  ];
  const areScalars: Comparison["areScalars"] = (direction, pair) => {
    const walk = walks[direction];
    const old = walk.before.branches(sitesAt(before.document, pair.before));
    const recent = walk.after.branches(sitesAt(after.document, pair.after));
    return [...old, ...recent].every(({ type }) => type !== "array" && type !== "object");
  };
  return { before, after, isSame, compareSchemas, areScalars, findBoth };
}

function sitesAt(document: JsonObject, pointer: string | undefined) {
  const schema = findIn(document, pointer);
  return pointer === undefined || schema === undefined ? [] : [{ pointer, schema }];
}

function findIn(document: JsonObject, pointer: string | undefined): JsonValue | undefined {
  return pointer === undefined ? undefined : resolvePointer(document, pointer);
}

/** A maker of changes in one direction and place. */
export type Tell = (kind: ChangeKind, one: ChangeClass, message: string) => FoundChange;

/** Makes changes that share a direction and a place. */
export function tellAt(direction: ChangeDirection, pointer: string): Tell {
  return (kind, one, message) => ({ kind, class: one, direction, pointer, message });
}
