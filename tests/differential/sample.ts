/**
 * Instances that a schema likely accepts: what its keywords ask for is met one by one, and one
 * branch of each union is chosen. Whether they are valid is for the validators to say.
 */
import type { JsonObject, JsonValue, Schema } from "@truespec/json-schema";
import type { Random } from "./random.ts";
import {
  findBelow,
  findReferenced,
  isList,
  isObject,
  matches,
  read,
  readNumber,
} from "./schema-reading.ts";

/** What samples are made with: the document, and chance. */
export interface Sampling {
  readonly root: Schema;
  readonly random: Random;
}

/** Below so many levels only what is required is made, and below the second nothing. */
const deepest = 5;
const bottom = 9;

/** One instance; below some levels only what is required. */
export function sample(sampling: Sampling, schema: Schema, depth = 0): JsonValue {
  if (depth > bottom) return null;
  const applied = choose(sampling, schema);
  const fixed = applied.flatMap((one) => {
    const allowed = read(one, "enum");
    const constant = read(one, "const");
    return constant !== undefined ? [[constant]] : isList(allowed) ? [allowed] : [];
  });
  const value = sampling.random.pick(fixed[0] ?? []);
  if (value !== undefined) return value;
  const make = makers[chooseType(sampling.random, applied)] ?? (() => null);
  return make({ ...sampling, applied, depth });
}

/** The schemas that are to be met together: of each union one branch. */
function choose({ root, random }: Sampling, schema: Schema): readonly JsonObject[] {
  const chosen = new Set<Schema>([schema]);
  // A Set grows while it is walked, so this is the closure.
  for (const one of chosen) {
    if (!isObject(one)) continue;
    const all = read(one, "allOf");
    const unions = ["anyOf", "oneOf"].map((keyword) => read(one, keyword));
    const branch = random.chance(50) ? ["if", "then"] : ["else"];
    const found = [
      ...(isList(all) ? all : []),
      ...unions.map((union) => (isList(union) ? random.pick(union) : undefined)),
      ...(isObject(read(one, "if")) ? branch.map((keyword) => read(one, keyword)) : []),
      ...["$ref", "$dynamicRef"].map((key) => findReferenced(root, read(one, key) ?? null)),
    ];
    for (const inner of found.filter(isObject)) chosen.add(inner);
  }
  return [...chosen].filter(isObject);
}

const hints: Readonly<Record<string, readonly string[]>> = {
  object: ["properties", "required", "additionalProperties", "patternProperties", "propertyNames"],
  array: ["items", "prefixItems", "contains", "minItems", "uniqueItems", "unevaluatedItems"],
  string: ["pattern", "minLength", "maxLength", "format"],
  number: ["minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum"],
};
const typeNames = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;

function chooseType(random: Random, applied: readonly JsonObject[]): string {
  const stated = applied.flatMap((one) => {
    const type = read(one, "type");
    return type === undefined ? [] : [isList(type) ? type : [type]];
  });
  const allowed = typeNames.filter((name) =>
    stated.every(
      (types) => types.includes(name) || (name === "integer" && types.includes("number")),
    ),
  );
  const hinted = allowed.filter((name) =>
    applied.some((one) => hints[name]?.some((keyword) => Object.hasOwn(one, keyword))),
  );
  return random.pick(hinted) ?? random.pick(allowed) ?? "null";
}

interface Making extends Sampling {
  readonly applied: readonly JsonObject[];
  readonly depth: number;
}

const makers: Readonly<Record<string, (making: Making) => JsonValue>> = {
  null: () => null,
  boolean: ({ random }) => random.chance(50),
  integer: (making) => makeNumber({ ...making, applied: [...making.applied, { multipleOf: 1 }] }),
  number: makeNumber,
  string: makeString,
  array: makeArray,
  object: makeObject,
};

function bound(applied: readonly JsonObject[], keyword: string, end: "least" | "most") {
  const limits = applied.flatMap((one) => readNumber(one, keyword) ?? []);
  if (limits.length === 0) return undefined;
  return end === "least" ? Math.max(...limits) : Math.min(...limits);
}

function makeNumber({ applied, random }: Making): number {
  const open = bound(applied, "exclusiveMinimum", "least");
  const least = bound(applied, "minimum", "least") ?? (open === undefined ? undefined : open + 1);
  const most = bound(applied, "maximum", "most");
  const steps = applied.flatMap((one) => readNumber(one, "multipleOf") ?? []);
  const step = Math.max(0, ...steps);
  const start = least ?? (most === undefined ? random.below(5) : most - random.below(3));
  if (step === 0) return start + (random.chance(30) && most === undefined ? 0.5 : 0);
  return Math.ceil(start / step) * step;
}

const texts = [
  ...["a", "abc", "", "A1", "0", "12345", "a-b_c", "😀", "é", "https://example.com/a"],
  ...["2024-02-29T12:00:00Z", "2024-02-29", "a@example.com", "0123456789abcdef", "#00ff00"],
  ...["123e4567-e89b-12d3-a456-426614174000", "1.2.3", "en-US", "/a/b", "a.b.c", "ab", "b"],
];

function makeString({ applied, random }: Making): string {
  const least = bound(applied, "minLength", "least") ?? 0;
  const most = bound(applied, "maxLength", "most") ?? 10_000;
  const patterns = applied.flatMap((one) => read(one, "pattern") ?? []);
  const told = applied.flatMap((one) => {
    const examples = read(one, "examples");
    return [read(one, "example"), read(one, "default"), ...(isList(examples) ? examples : [])];
  });
  const fitting = [...told, ...texts].filter(
    (text): text is string =>
      typeof text === "string" &&
      patterns.every((pattern) => matches(String(pattern), text)) &&
      text.length >= least &&
      text.length <= most,
  );
  return random.pick(fitting) ?? "a".repeat(Math.min(Math.max(least, 1), most, 10_000));
}

function makeArray({ applied, depth, ...sampling }: Making): readonly JsonValue[] {
  const least = bound(applied, "minItems", "least") ?? 0;
  const most = bound(applied, "maxItems", "most") ?? 50;
  const wanted = depth >= deepest ? least : Math.max(least, sampling.random.below(4));
  const length = Math.min(wanted, most, 50);
  const items = Array.from({ length }, (_, index) =>
    sample(sampling, findBelow(applied, index), depth + 1),
  );
  return applied.some((one) => read(one, "uniqueItems") === true)
    ? [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
    : items;
}

function makeObject({ applied, depth, ...sampling }: Making): JsonObject {
  const { random } = sampling;
  const names = new Set(applied.flatMap((one) => listTexts(read(one, "required"))));
  const optional = applied.flatMap((one) => Object.keys(read(one, "properties") ?? {}));
  for (const name of optional) if (depth < deepest && random.chance(50)) names.add(name);
  const least = Math.min(bound(applied, "minProperties", "least") ?? 0, 50);
  for (const name of [...optional, "x", "y", "z", "a", "b"])
    if (names.size < least) names.add(name);
  const dependents = applied.map((one) => read(one, "dependentRequired")).filter(isObject);
  for (const name of names) {
    for (const map of dependents) for (const other of listTexts(read(map, name))) names.add(other);
  }
  return Object.fromEntries(
    [...names].map((name) => [name, sample(sampling, findBelow(applied, name), depth + 1)]),
  );
}

function listTexts(value: JsonValue | undefined): readonly string[] {
  return isList(value) ? value.filter((one) => typeof one === "string") : [];
}
