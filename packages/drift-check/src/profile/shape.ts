import type { JsonValue } from "@truespec/json-schema";
import { shownName } from "../read/secrets.ts";
import type { HashText } from "./hash-text.ts";
import { addSketches, emptySketch, type Sketch, sketchOf } from "./sketch.ts";
import { addStringFacts, type StringFacts, stringFactsOf } from "./string-facts.ts";
import { addTypeCounts, type TypeCounts, typeOf } from "./type-counts.ts";

/** What values without a schema looked like: enough to infer one. A commutative monoid under `addShapes`. */
export interface Shape {
  readonly types: TypeCounts;
  /** Distinct strings, where there were any. */
  readonly strings: Sketch;
  readonly stringFacts: StringFacts | undefined;
  readonly properties: ReadonlyMap<string, Shape>;
  readonly items: Shape | undefined;
  /** Deeper levels or further names were left out. */
  readonly truncated: boolean;
}

/** The deepest level that a shape remembers. */
export const maxDepth = 24;
/** The most property names that a shape remembers: the least in code unit order. */
export const maxNames = 300;
const maxItems = 10_000;

/** The shape of one value. @param hash names the strings that are not kept readable */
export function shapeOf(value: JsonValue, hash: HashText, depth = 0): Shape {
  const shape: Shape = {
    types: { [typeOf(value)]: 1 },
    strings: typeof value === "string" ? sketchOf(value, hash) : emptySketch,
    stringFacts: typeof value === "string" ? stringFactsOf(value) : undefined,
    properties: new Map(),
    items: undefined,
    truncated: false,
  };
  if (typeof value !== "object" || value === null) return shape;
  if (depth >= maxDepth) return { ...shape, truncated: true };
  if (Array.isArray(value)) return { ...shape, ...itemsOf(value, hash, depth) };
  return { ...shape, ...propertiesOf(value, hash, depth) };
}

/** The shape of both collections of values together. */
export function addShapes(left: Shape, right: Shape): Shape {
  return {
    types: addTypeCounts(left.types, right.types),
    strings: addSketches(left.strings, right.strings),
    stringFacts: addOptional(left.stringFacts, right.stringFacts, addStringFacts),
    ...addProperties(left, right),
    items: addOptional(left.items, right.items, addShapes),
  };
}

function itemsOf(value: readonly JsonValue[], hash: HashText, depth: number): Partial<Shape> {
  let items: Shape | undefined;
  for (const item of value.slice(0, maxItems)) {
    items = addOptional(items, shapeOf(item, hash, depth + 1), addShapes);
  }
  return { items, truncated: value.length > maxItems };
}

function propertiesOf(value: object, hash: HashText, depth: number): Partial<Shape> {
  const names = Object.keys(value).sort();
  const properties = new Map<string, Shape>();
  for (const name of names.slice(0, maxNames)) {
    const field = shapeOf((value as { [key: string]: JsonValue })[name] ?? null, hash, depth + 1);
    const shown = shownName(name);
    properties.set(shown, addOptional(properties.get(shown), field, addShapes) ?? field);
  }
  return { properties, truncated: names.length > maxNames };
}

function addProperties(left: Shape, right: Shape): Pick<Shape, "properties" | "truncated"> {
  const sum = new Map(left.properties);
  for (const [name, shape] of right.properties) {
    sum.set(name, addOptional(sum.get(name), shape, addShapes) ?? shape);
  }
  const names = [...sum.keys()].sort();
  for (const name of names.slice(maxNames)) sum.delete(name);
  const truncated = left.truncated || right.truncated || names.length > maxNames;
  return { properties: sum, truncated };
}

/** The sum of what may be missing on either side. */
function addOptional<T>(
  left: T | undefined,
  right: T | undefined,
  add: (left: T, right: T) => T,
): T | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return add(left, right);
}
