import type { JsonValue } from "@truespec/json-schema";
import { inferString } from "../infer/string-keywords.ts";
import type { Range } from "../profile/place.ts";
import type { Shape } from "../profile/shape.ts";
import { type InstanceType, totalOf, typesIn } from "../profile/type-counts.ts";

const mostWitnesses = 200;
const mostItems = 20;

/**
 * Values that stand for all that a shape remembers: one of each type, the strings that were kept, objects with all of
 * their fields and with those alone that were always there. Strings that were not kept stand for nothing.
 */
export function witnessesOf(shape: Shape, numbers?: Range): readonly JsonValue[] {
  return typesIn(shape.types)
    .flatMap((type) => witnessesOfType(shape, type, numbers))
    .slice(0, mostWitnesses);
}

/** Tells whether every distinct string is kept as it was, here and below. */
export function keepsStrings({ strings }: Shape): boolean {
  return !strings.truncated && ![...strings.counts.keys()].some(isHashed);
}

/** Tells whether something was left out, here or below. */
export function isCut({ truncated, properties, items }: Shape): boolean {
  return truncated || [...properties.values()].some(isCut) || (items !== undefined && isCut(items));
}

function witnessesOfType(
  shape: Shape,
  type: InstanceType,
  numbers: Range | undefined,
): readonly JsonValue[] {
  switch (type) {
    case "null":
      return [null];
    case "boolean":
      return [true, false];
    case "integer":
      return numbers === undefined ? [1] : [numbers.least, numbers.greatest];
    case "number":
      return numbers === undefined ? [0.5] : [numbers.least, numbers.greatest];
    case "string":
      return stringsOf(shape);
    case "array":
      return [[], ...itemsOf(shape).map((item) => [item])];
    case "object":
      return objectsOf(shape);
  }
}

function stringsOf(shape: Shape): readonly JsonValue[] {
  const kept = [...shape.strings.counts.keys()].filter((key) => !isHashed(key));
  const { format, pattern } = inferString(shape);
  return kept.length > 0 || format !== undefined || pattern !== undefined ? kept : ["some text"];
}

function itemsOf({ items }: Shape): readonly JsonValue[] {
  return items === undefined ? [] : witnessesOf(items).slice(0, mostItems);
}

function objectsOf({ properties, types }: Shape): readonly JsonValue[] {
  const fields = [...properties].map(([name, shape]) => ({
    name,
    shape,
    values: witnessesOf(shape),
  }));
  const objects = types.object ?? 0;
  const always = fields.filter(({ shape }) => totalOf(shape.types) === objects);
  const first = fields.filter(({ values }) => values.length > 0);
  const whole = objectOf(first);
  const others = first.flatMap(({ name, values }) =>
    values.slice(1).map((value) => ({ ...whole, ...objectOf([{ name, values: [value] }]) })),
  );
  return [whole, objectOf(always), ...others];
}

/** `fromEntries` defines each name, so `__proto__` is a field like any other. */
function objectOf(
  fields: readonly { readonly name: string; readonly values: readonly JsonValue[] }[],
): { readonly [name: string]: JsonValue } {
  return Object.fromEntries(
    fields.flatMap(({ name, values: [value] }) => (value === undefined ? [] : [[name, value]])),
  );
}

function isHashed(key: string): boolean {
  return key.startsWith("#");
}
