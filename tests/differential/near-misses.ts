/**
 * For each keyword, what is to be put in an instance's place so that it just meets the keyword or
 * just does not.
 */
import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { isList, isObject, read } from "./schema-reading.ts";

/** Values in place of `instance`, where a schema says `value` at some keyword. */
export type FindNearMisses = (
  value: JsonValue,
  instance: JsonValue,
  schema: JsonObject,
) => readonly JsonValue[];

/** Names that objects have anyway, and others that end badly where code is made of them. */
const hostileNames = [
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "",
    "x-more",
    "0",
    "a/b~c",
    "\u2028",
  ],
];
const manyItems = 60;
const longText = 3_000;

const ofNumber: FindNearMisses = (limit) =>
  typeof limit === "number"
    ? [limit, limit - 1, limit + 1, limit - 0.5, limit + 1e-9, limit - 1e-9, -limit, limit * 1e20]
    : [];

const ofLength: FindNearMisses = (limit, instance) => {
  if (typeof limit !== "number" || limit > longText) return [];
  const character =
    typeof instance === "string" && /^[\x20-\x7e]/.test(instance) ? instance[0] : "a";
  return [limit - 1, limit, limit + 1].flatMap((length) =>
    length < 0 ? [] : [(character ?? "a").repeat(length), "😀".repeat(length)],
  );
};

const ofCount: FindNearMisses = (limit, instance) => {
  if (typeof limit !== "number" || limit > manyItems || !isList(instance)) return [];
  const first = instance[0] ?? 0;
  return [limit - 1, limit, limit + 1].flatMap((length) => {
    if (length < 0) return [];
    const more = Array.from({ length }, (_, index) => index);
    return [
      more.map((index) => instance[index] ?? first),
      more.map((index) => instance[index] ?? index),
    ];
  });
};

const ofMembers: FindNearMisses = (limit, instance) => {
  if (typeof limit !== "number" || limit > manyItems || !isObject(instance)) return [];
  const entries = Object.entries(instance);
  return [limit - 1, limit, limit + 1].flatMap((count) => {
    if (count < 0) return [];
    const more = Array.from({ length: count }, (_, index) => [`more${index}`, index] as const);
    return [Object.fromEntries([...entries, ...more].slice(0, count))];
  });
};

const ofValues: FindNearMisses = (value, instance) => {
  const allowed = isList(value) ? value : [value];
  return [...allowed.slice(0, 3), ...allowed.slice(-3), instance].flatMap(alter);
};

/** Values that are nearly this one. */
function alter(value: JsonValue): readonly JsonValue[] {
  if (typeof value === "string") {
    const other = value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
    return [value, `${value}x`, value.slice(0, -1), other, ` ${value}`, [value]];
  }
  if (typeof value === "number") return [value, String(value), value + 1, -value, [value]];
  if (typeof value === "boolean") return [value, !value, Number(value), String(value)];
  if (value === null) return [null, 0, "", "null"];
  if (isList(value)) return [value, [...value, 0], value.slice(1), [...value].reverse()];
  const entries = Object.entries(value);
  return [
    ...[value, Object.fromEntries([...entries].reverse()), Object.fromEntries(entries.slice(1))],
    Object.fromEntries([...entries, ["more", 1]]),
  ];
}

const withMore: FindNearMisses = (_, instance) =>
  isObject(instance)
    ? hostileNames.flatMap((name) =>
        [1, null].map((one) => Object.fromEntries([...Object.entries(instance), [name, one]])),
      )
    : [];

const withoutEach: FindNearMisses = (names, instance) => {
  if (!isList(names) || !isObject(instance)) return [];
  return names.flatMap((name) => {
    const others = Object.entries(instance).filter(([key]) => key !== name);
    return [
      Object.fromEntries(others),
      Object.fromEntries([...others, [String(name), null] as const]),
    ];
  });
};

const dependents: FindNearMisses = (map, instance) => {
  if (!isObject(map) || !isObject(instance)) return [];
  return Object.entries(map).flatMap(([trigger, names]) => {
    const triggered = {
      ...instance,
      ...Object.fromEntries([[trigger, read(instance, trigger) ?? 1]]),
    };
    const wanted = isList(names) ? names.map((name) => [String(name), 1] as const) : [];
    const complete = Object.fromEntries([...wanted, ...Object.entries(triggered)]);
    return [triggered, complete, ...withoutEach(names, complete, {})];
  });
};

const ofItems: FindNearMisses = (_, instance) => {
  if (!isList(instance)) return [];
  const [first = 0, ...rest] = instance;
  return [
    ...[[], rest, [...instance, ...instance], [first, first], [...instance, null]],
    ...[
      [...instance, "x"],
      [...instance, {}],
      [[], ...instance],
    ],
  ];
};

const duplicates: FindNearMisses = (_, instance) => [
  ...[
    [0, -0],
    [1, true],
    [0, false],
    [1, "1"],
    [[1], [1]],
    [[1], [true]],
    ["a", "a"],
    [{}, []],
  ],
  ...[
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: null }, {}],
    [null, 0],
  ],
  ...(isList(instance) ? [[...instance, ...instance.slice(0, 1)], instance.slice(0, 1)] : []),
];

const ofFractions: FindNearMisses = (divisor) =>
  typeof divisor === "number"
    ? [
        ...[0, 1, 2, 3, 1999, -7, 0.5, 1.5, 1e16].map((n) => Number((n * divisor).toPrecision(12))),
        divisor + 1e-9,
        19.99,
      ]
    : [];

const ofText: FindNearMisses = (_, instance) =>
  typeof instance === "string"
    ? ["", `${instance}!`, `${instance}\n`, `!${instance}`, instance.repeat(2), "\ud800"]
    : [];

/** All of them by keyword; `properties` and the like name no limit, so more members are put in. */
export const nearMisses: Readonly<Record<string, FindNearMisses>> = {
  type: () => [null, true, 0, 1.5, -0, 1, "", "1", [], {}],
  ...{ enum: ofValues, const: ofValues },
  ...{ minimum: ofNumber, maximum: ofNumber },
  ...{ exclusiveMinimum: ofNumber, exclusiveMaximum: ofNumber },
  multipleOf: ofFractions,
  ...{ minLength: ofLength, maxLength: ofLength, pattern: ofText, format: ofText },
  ...{ minItems: ofCount, maxItems: ofCount, minContains: ofCount, maxContains: ofCount },
  ...{ items: ofItems, prefixItems: ofItems, contains: ofItems, unevaluatedItems: ofItems },
  uniqueItems: duplicates,
  ...{ minProperties: ofMembers, maxProperties: ofMembers },
  required: withoutEach,
  ...{ properties: withMore, patternProperties: withMore, propertyNames: withMore },
  ...{ additionalProperties: withMore, unevaluatedProperties: withMore },
  ...{ dependentRequired: dependents, dependentSchemas: dependents },
};

/** What the keywords of a schema would have in an instance's place. */
export function listNearMisses(schema: JsonObject, instance: JsonValue): readonly JsonValue[] {
  return Object.keys(schema).flatMap(
    (keyword) => nearMisses[keyword]?.(read(schema, keyword) ?? null, instance, schema) ?? [],
  );
}
