import type { JsonValue } from "@truespec/json-schema";
import { isBinary } from "./binary.ts";
import { findAt, formatPointer, isObject, own, parseFragment } from "./pointer.ts";
import type { Preparation, Survey } from "./preparation.ts";

type SurveyState = { -readonly [Key in keyof Survey]: Survey[Key] } & { references: string[] };

/** What the schema at `tokens` says, with all that it refers to. */
export function surveyFrom(
  preparation: Preparation,
  tokens: readonly string[],
): Omit<Survey, "references"> {
  const found = { readOnly: false, writeOnly: false, binary: false };
  const seen = new Set<string>();
  const queue: (readonly string[])[] = [tokens];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const pointer = formatPointer(next);
    if (!seen.has(pointer)) {
      seen.add(pointer);
      const survey = surveyNode(preparation, pointer, next);
      found.readOnly ||= survey.readOnly;
      found.writeOnly ||= survey.writeOnly;
      found.binary ||= survey.binary;
      queue.push(...survey.references.map((reference) => parseFragment(reference) ?? []));
    }
  }
  return found;
}

function surveyNode(preparation: Preparation, pointer: string, tokens: readonly string[]): Survey {
  const known = preparation.surveys.get(pointer);
  if (known !== undefined) {
    return known;
  }
  const survey: SurveyState = { readOnly: false, writeOnly: false, binary: false, references: [] };
  addNodes(survey, findAt(preparation.document, tokens) ?? null);
  preparation.surveys.set(pointer, survey);
  return survey;
}

/** Looks at examples too: what they hold can at most make a component of a schema that needed none. */
function addNodes(survey: SurveyState, root: JsonValue): void {
  const queue: JsonValue[] = [root];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (isObject(next)) {
      const reference = own(next, "$ref");
      survey.readOnly ||= own(next, "readOnly") === true;
      survey.writeOnly ||= own(next, "writeOnly") === true;
      survey.binary ||= isBinary(next);
      if (typeof reference === "string" && parseFragment(reference) !== undefined) {
        survey.references.push(reference);
      }
    }
    if (typeof next === "object" && next !== null) {
      queue.push(...Object.values(next));
    }
  }
}
