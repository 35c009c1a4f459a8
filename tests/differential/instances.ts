/**
 * The instances that validators are asked of: samples of a schema, and each with one place changed
 * to what the keywords there nearly accept or nearly refuse.
 */
import type { JsonObject, JsonValue, Schema } from "@truespec/json-schema";
import { listNearMisses } from "./near-misses.ts";
import { type Sampling, sample } from "./sample.ts";
import { findBelow, isList, isObject, listApplied, listSubschemas } from "./schema-reading.ts";

/** How many: samples of the schema, and changed ones of all those together. */
export interface Amount {
  readonly samples: number;
  readonly changed: number;
}

/** Instances of the schema, each once. */
export function listInstances(
  sampling: Sampling,
  schema: Schema,
  { samples, changed }: Amount,
): readonly JsonValue[] {
  const { root, random } = sampling;
  const made = Array.from({ length: samples }, () => sample(sampling, schema));
  const branches = listApplied(root, schema).flatMap(listBranches);
  const ofBranches = random.some(branches, samples).map((branch) => sample(sampling, branch));
  const whole = [...made, ...ofBranches];
  const places = whole.flatMap((value) =>
    listPlaces({ root, whole: value }, { value, schema, path: [] }),
  );
  const near = random
    .some(places, changed)
    .flatMap(({ whole: value, path, value: old, applied }) => {
      const put = random.pick(applied.flatMap((one) => listNearMisses(one, old)));
      return put === undefined ? [] : [replaceAt(value, path, put)];
    });
  const unlike: readonly JsonValue[] = [null, true, 0, "", [], {}];
  return [...new Map([...whole, ...near, ...unlike].map((one) => [print(one), one])).values()];
}

/** The text of a value; `-0` and `0` are told apart. */
function print(value: JsonValue): string {
  return JSON.stringify(value, (_, one: unknown) => (Object.is(one, -0) ? "-0" : one));
}

/** The schemas that a union or a condition tries: what only some of them accept is near its edge. */
function listBranches(schema: JsonObject): readonly Schema[] {
  const keywords = ["anyOf", "oneOf", "not", "if", "then", "else", "contains"];
  return listSubschemas(schema)
    .filter(([keyword]) => keywords.includes(keyword))
    .map(([, branch]) => branch);
}

type Path = readonly (string | number)[];

interface Place {
  readonly value: JsonValue;
  readonly path: Path;
}

/** Every place of an instance, with the schemas that may apply there. */
function listPlaces(
  { root, whole }: { readonly root: Schema; readonly whole: JsonValue },
  { value, path, schema }: Place & { readonly schema: Schema },
): readonly (Place & { readonly whole: JsonValue; readonly applied: readonly JsonObject[] })[] {
  const applied = listApplied(root, schema);
  const steps = isList(value) ? [...value.keys()] : isObject(value) ? Object.keys(value) : [];
  const below = steps.flatMap((step) => {
    const inner = Object.entries(value ?? {}).find(([name]) => name === String(step))?.[1];
    const place = { value: inner, path: [...path, step], schema: findBelow(applied, step) };
    return listPlaces({ root, whole }, place);
  });
  return [{ whole, value, path, applied }, ...below];
}

/** The value with another one at a path; the rest is shared. */
function replaceAt(value: JsonValue, path: Path, put: JsonValue): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return put;
  if (isList(value)) {
    return value.map((item, index) => (index === step ? replaceAt(item, rest, put) : item));
  }
  if (!isObject(value)) return put;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === step ? replaceAt(member, rest, put) : member,
    ]),
  );
}
