/**
 * Makes a disagreement small: parts of schema and instance are taken away as long as it stays.
 */
import type { JsonObject, JsonValue, Schema } from "@truespec/json-schema";
import { isList, isObject } from "./schema-reading.ts";

/** A schema and an instance. */
export interface Case {
  readonly schema: Schema;
  readonly instance: JsonValue;
}

/** So many smaller ones are tried. */
const mostAttempts = 600;

/** The smallest case that can be come by, of those for which the question is answered with yes. */
export async function shrink(start: Case, isStill: (one: Case) => Promise<boolean>): Promise<Case> {
  let [found, attempts] = [start, 0];
  const next = async (): Promise<Case | undefined> => {
    for (const smaller of listSmaller(found)) {
      attempts += 1;
      if (attempts > mostAttempts) return undefined;
      if (await isStill(smaller)) return smaller;
    }
    return undefined;
  };
  for (let smaller = await next(); smaller !== undefined; smaller = await next()) found = smaller;
  return found;
}

function* listSmaller({ schema, instance }: Case): Iterable<Case> {
  for (const smaller of listParts(schema)) {
    if (isObject(smaller) || typeof smaller === "boolean") yield { schema: smaller, instance };
  }
  for (const smaller of listParts(instance)) yield { schema, instance: smaller };
}

/** A value with one part less, or one part alone: larger steps first. */
function* listParts(value: JsonValue): Iterable<JsonValue> {
  if (!isList(value) && !isObject(value)) return;
  const members: readonly (readonly [string, JsonValue])[] = Object.entries(value);
  const rebuild = (entries: readonly (readonly [string, JsonValue])[]): JsonValue =>
    isList(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
  for (const [name] of members) yield rebuild(members.filter(([other]) => other !== name));
  for (const [, member] of members) {
    if (!isComposite(member)) continue;
    yield member;
    for (const inner of Object.values(member)) if (isComposite(inner)) yield inner;
  }
  for (const [name, member] of members) {
    for (const smaller of listParts(member)) {
      yield rebuild(members.map((entry) => (entry[0] === name ? [name, smaller] : entry)));
    }
  }
}

function isComposite(value: JsonValue): value is JsonObject | readonly JsonValue[] {
  return typeof value === "object" && value !== null;
}
