import type { JsonObject } from "@truespec/json-schema";
import type { Report } from "../diagnostics/diagnose.ts";
import { type Place, pointerOf, step } from "../pointer/place.ts";
import { createNameCount } from "./name-count.ts";

/** Keywords that say nothing of which instances are valid: nobody misses them. */
const annotations = new Set([
  ...["title", "summary", "description", "example", "examples", "externalDocs", "xml"],
]);

/** What stands beside a `$ref` and would say something there. */
export function listSiblings(node: JsonObject): readonly string[] {
  return Object.keys(node).filter(
    (key) => key !== "$ref" && !annotations.has(key) && !key.startsWith("x-"),
  );
}

/** Counts what is ignored beside a `$ref`, by its name. */
export interface SiblingCount {
  readonly add: (name: string, place: Place) => void;
  /** Says each name once, where it was met first. */
  readonly tell: (report: Report) => void;
}

/** A count for schemas, or for all other objects that may be references. */
export function countSiblings(of: "schemas" | "others"): SiblingCount {
  const { add, tell } = createNameCount();
  return {
    add,
    tell: (report) =>
      tell((name, count, first) => {
        const params = { name, count, isSchema: of === "schemas" };
        report("ref-siblings", params, pointerOf(step(first, name)));
      }),
  };
}
