/**
 * Schemas made by chance, over all keywords that assert: a root with definitions, one of them a
 * resource of its own for dynamic references. No schema leads to itself at the same place.
 */
import type { JsonObject, JsonValue, Schema } from "@truespec/json-schema";
import type { Random } from "./random.ts";

/** The address of the root of every schema made here. */
export const rootUri = "https://truespec.example/root";

const plainNames = ["a", "b", "c", "ab"] as const;
const hostileNames = ["a", "__proto__", "constructor", "toString", "", "a/b", "~", '"'] as const;
const types = ["array", "boolean", "integer", "null", "number", "object", "string"] as const;
const patterns = ["^a", "b$", ".", "^\\p{L}*$", "^[a-c]+$", "", "\\d"] as const;
const numbers = [-1, 0, 0.5, 1, 2, 3] as const;
const divisors = [0.01, 0.1, 0.5, 1, 2, 3] as const;
const scalars = [
  null,
  true,
  false,
  0,
  1,
  2,
  -1,
  0.5,
  1.5,
  19.99,
  "",
  "a",
  "b",
  "ab",
  "😀",
] as const;

interface Making {
  readonly random: Random;
  readonly names: readonly string[];
  readonly depth: number;
  /** The references that may stand at this place, and those that may below it. */
  readonly here: readonly JsonObject[];
  readonly below: readonly JsonObject[];
}

type Make = (making: Making) => JsonValue;

const name = ({ random, names }: Making): string => random.pick(names) ?? "a";
const oneOf =
  <T extends JsonValue>(values: readonly [T, ...T[]]): Make =>
  ({ random }) =>
    random.pick(values);
const count: Make = ({ random }) => random.below(4);
const list =
  (make: Make, least: number, most: number): Make =>
  (making) =>
    Array.from({ length: least + making.random.below(most - least + 1) }, () => make(making));
const map =
  (key: (making: Making) => string, make: Make): Make =>
  (making) =>
    Object.fromEntries(
      Array.from({ length: 1 + making.random.below(2) }, () => [key(making), make(making)]),
    );
const distinct =
  (make: Make): Make =>
  (making) => {
    const made = make(making);
    const items = Array.isArray(made) ? made : [made];
    return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
  };

const value: Make = ({ random, depth, ...rest }) => {
  if (depth > 2 || random.chance(60)) return random.pick(scalars);
  const deeper = { random, depth: depth + 1, ...rest };
  return random.chance(50) ? list(value, 0, 2)(deeper) : map(name, value)(deeper);
};

/** A schema at the same place, and one at a place below, where every reference may stand. */
const inner: Make = (making) => makeSchema({ ...making, depth: making.depth + 1 });
const lower: Make = ({ below, ...making }) =>
  makeSchema({ ...making, below, here: below, depth: making.depth + 1 });

const keywords: Readonly<Record<string, Make>> = {
  type: (making) =>
    making.random.chance(60)
      ? making.random.pick(types)
      : distinct(list(oneOf(types), 1, 3))(making),
  const: value,
  enum: (making) => (making.random.chance(5) ? [] : distinct(list(value, 1, 11))(making)),
  ...{ minimum: oneOf(numbers), maximum: oneOf(numbers) },
  ...{ exclusiveMinimum: oneOf(numbers), exclusiveMaximum: oneOf(numbers) },
  multipleOf: oneOf(divisors),
  ...{ minLength: count, maxLength: count, minItems: count, maxItems: count },
  ...{ minProperties: count, maxProperties: count },
  pattern: oneOf(patterns),
  uniqueItems: oneOf([true, true, false]),
  required: distinct(list(name, 1, 2)),
  dependentRequired: map(name, distinct(list(name, 0, 2))),
  properties: map(name, lower),
  patternProperties: map(({ random }) => random.pick(patterns), lower),
  ...{ additionalProperties: lower, items: lower, contains: lower },
  prefixItems: list(lower, 1, 2),
  propertyNames: inner,
  dependentSchemas: map(name, inner),
  ...{ allOf: list(inner, 1, 3), anyOf: list(inner, 1, 3), oneOf: list(inner, 2, 3) },
  ...{ not: inner, if: inner },
  ...{ unevaluatedItems: lower, unevaluatedProperties: lower },
};
/** Keywords that mean something only beside others, or little alone. */
const companions: Readonly<Record<string, Readonly<Record<string, Make>>>> = {
  // biome-ignore lint/suspicious/noThenProperty: a keyword
  if: { then: inner, else: inner },
  contains: { minContains: count, maxContains: count },
  unevaluatedProperties: { allOf: list(inner, 1, 2), properties: map(name, lower) },
  unevaluatedItems: { anyOf: list(inner, 1, 2), prefixItems: list(lower, 1, 2) },
  additionalProperties: { properties: map(name, lower), patternProperties: map(() => "^a", lower) },
};

function makeSchema(making: Making): Schema {
  const { random, depth, here } = making;
  if (random.chance(8)) return random.chance(60);
  if (here.length > 0 && random.chance(15)) return random.pick(here) ?? true;
  if (depth > 3) return { type: random.pick(types) };
  return makeObject(making);
}

function makeObject(making: Making): JsonObject {
  const { random } = making;
  const chosen = random.some(Object.entries(keywords), 1 + random.below(3));
  const made = chosen.flatMap(([keyword, make]) => [
    [keyword, make(making)] as const,
    ...Object.entries(companions[keyword] ?? {})
      .filter(() => random.chance(60))
      .map(([other, makeOther]) => [other, makeOther(making)] as const),
  ]);
  return Object.fromEntries(made);
}

/** What a schema is made of beside chance. */
export interface SchemaKind {
  /** Names like those that every object inherits. */
  readonly isHostile: boolean;
  /** `$dynamicRef`, over two resources. */
  readonly isDynamic: boolean;
}

/** One schema. */
export function makeRandomSchema(random: Random, { isHostile, isDynamic }: SchemaKind): JsonObject {
  const a = { $ref: `${rootUri}#/$defs/a` };
  const b = { $ref: `${rootUri}#/$defs/b` };
  const whole: JsonObject = isDynamic ? { $dynamicRef: "#node" } : { $ref: rootUri };
  const tree = isDynamic ? [{ $ref: `${rootUri}/tree` }] : [];
  const below = [a, b, whole, ...tree];
  const base = { random, depth: 0, below, names: isHostile ? hostileNames : plainNames };
  const anchor: JsonObject = isDynamic ? { $dynamicAnchor: "node" } : {};
  // Where the reference leads to a plain anchor first, it is no dynamic one.
  const ofTree = isDynamic && random.chance(30) ? { $anchor: "node" } : anchor;
  const resource = { $id: `${rootUri}/tree`, ...ofTree };
  const definitions = {
    a: makeObject({ ...base, depth: 1, here: [b] }),
    b: makeObject({ ...base, depth: 2, here: [] }),
    ...(isDynamic
      ? { tree: { ...makeObject({ ...base, depth: 1, here: [b] }), ...resource } }
      : {}),
  };
  const root = makeObject({ ...base, here: [a, b, ...tree] });
  return { $id: rootUri, ...anchor, ...root, $defs: definitions };
}
