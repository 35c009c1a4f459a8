import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { isBinary } from "./binary.ts";
import { isDateTime } from "./date.ts";
import { findAt, formatPointer, isObject, own, parseFragment } from "./pointer.ts";
import type { Preparation, Survey, SurveyedNode } from "./preparation.ts";

type Marks = { -readonly [Key in keyof Survey]: Survey[Key] };

/** What the schema at `tokens` says, with all that it refers to. */
export function surveyFrom(preparation: Preparation, tokens: readonly string[]): Survey {
  const start = formatPointer(tokens);
  const known = preparation.surveys.get(start);
  if (known !== undefined) {
    return known;
  }
  const found = startMarks();
  const seen = new Set<string>();
  const queue: (readonly string[])[] = [tokens];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const pointer = formatPointer(next);
    if (!seen.has(pointer)) {
      seen.add(pointer);
      queue.push(...surveyNext(preparation, pointer, { found, tokens: next }));
    }
  }
  preparation.surveys.set(start, found);
  return found;
}

/** Adds to `found` what is marked at `tokens`; where it leads on, unless that is known. */
function surveyNext(
  preparation: Preparation,
  pointer: string,
  { found, tokens }: { readonly found: Marks; readonly tokens: readonly string[] },
): readonly (readonly string[])[] {
  const known = preparation.surveys.get(pointer);
  const { marks, references } = known
    ? { marks: known, references: [] }
    : surveyNode(preparation, pointer, tokens);
  found.readOnly ||= marks.readOnly;
  found.writeOnly ||= marks.writeOnly;
  found.binary ||= marks.binary;
  found.dates ||= marks.dates;
  found.named ||= marks.named;
  return references;
}

function surveyNode(
  preparation: Preparation,
  pointer: string,
  tokens: readonly string[],
): SurveyedNode {
  const known = preparation.surveyedNodes.get(pointer);
  if (known !== undefined) {
    return known;
  }
  const marks = startMarks();
  const references: (readonly string[])[] = [];
  const start = findAt(preparation.document, tokens);
  marks.named = start === undefined;
  const queue: JsonValue[] = [start ?? null];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const target = isObject(next) ? mark(marks, next) : undefined;
    if (target !== undefined) {
      references.push(target);
    }
    if (typeof next === "object" && next !== null) {
      for (const value of Object.values(next)) queue.push(value);
    }
  }
  const surveyed = { marks, references };
  preparation.surveyedNodes.set(pointer, surveyed);
  return surveyed;
}

function startMarks(): Marks {
  return { readOnly: false, writeOnly: false, binary: false, dates: false, named: false };
}

/**
 * Marks what an object says, and tells where it leads. Examples are looked at too: what they hold can
 * at most make a component of a schema that needed none.
 */
function mark(marks: Marks, node: JsonObject): readonly string[] | undefined {
  const reference = own(node, "$ref");
  marks.readOnly ||= own(node, "readOnly") === true;
  marks.writeOnly ||= own(node, "writeOnly") === true;
  marks.binary ||= isBinary(node);
  marks.dates ||= isDateTime(node);
  const target = typeof reference === "string" ? parseFragment(reference) : undefined;
  marks.named ||=
    typeof own(node, "$dynamicRef") === "string" ||
    (typeof reference === "string" && target === undefined);
  return target;
}
