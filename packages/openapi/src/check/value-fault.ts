import type { JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { askMeant } from "../diagnostics/entry.ts";
import { findNearNames } from "../diagnostics/near-names.ts";
import { arrayMember, findString } from "../json/json-value.ts";

/** A value that the specification does not allow: where below its object, what it is, and why not. */
export interface ValueFault {
  readonly below: string;
  readonly what: string;
  readonly why: string;
  /** What to write; undefined where there is nothing better to say than to change it. */
  readonly mend?: string;
}

/** The fault of a field; none where the field is not there. */
export function fault(value: JsonObject, key: string, why: string): ValueFault | undefined {
  return Object.hasOwn(value, key)
    ? { below: appendKey("", key), what: `\`${key}\``, why }
    : undefined;
}

/** The objects of a list whose `name` one before them has, where names are to be unique. */
export function findRepeated(value: JsonObject, list: string, kind: string): readonly ValueFault[] {
  const seen = new Set<string>();
  return arrayMember(value, list).flatMap((item, index) => {
    const name = findString(item, "name");
    if (name === undefined || !seen.has(name)) {
      if (name !== undefined) seen.add(name);
      return [];
    }
    const what = `The ${kind} ${JSON.stringify(name)}`;
    const below = appendKey("", list, index, "name");
    return [{ below, what, why: "another one before it has the name", mend: "Give each its own." }];
  });
}

/** Words of other specifications that people write, and how OpenAPI 3 says the same. */
const meant: ReadonlyMap<string, string> = new Map([
  ["body", "Describe it by the `requestBody` of the operation."],
  ["formData", "Describe it by the `requestBody` of the operation."],
  ["basic", "Write `type: http` and `scheme: basic`."],
  ["bearer", "Write `type: http` and `scheme: bearer`."],
]);

/** The fault of a field that takes one of a few words. */
export function checkWord(
  value: JsonObject,
  key: string,
  known: readonly string[],
): ValueFault | undefined {
  const word = findString(value, key);
  if (word === undefined || known.includes(word)) return undefined;
  const why = `${JSON.stringify(word)} is none of ${known.join(", ")}`;
  const mend = meant.get(word) ?? askMeant(findNearNames(word, known), "Write one of them.");
  return { below: `/${key}`, what: `\`${key}\``, why, mend };
}
