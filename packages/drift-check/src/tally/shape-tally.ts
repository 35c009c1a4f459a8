import { isJsonArray, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import type { HashText } from "../profile/hash-text.ts";
import { greatestKey } from "../profile/keep-least.ts";
import { maxDepth, maxItems, maxNames, type Shape } from "../profile/shape.ts";
import { emptySketch } from "../profile/sketch.ts";
import { shownName } from "../read/secrets.ts";
import { countType, createCounts, finishCounts, typeIndexOf } from "./place-tally.ts";
import {
  countText,
  createTextTally,
  finishFacts,
  finishSketch,
  type TextTally,
} from "./text-tally.ts";

/** What values without a schema look like, still growing. */
export interface ShapeTally {
  /** By type, in the order of `instanceTypes`. */
  readonly counts: number[];
  texts: TextTally | undefined;
  properties: Map<string, ShapeTally> | undefined;
  items: ShapeTally | undefined;
  truncated: boolean;
}

/** A tally of no value. */
export function createShapeTally(): ShapeTally {
  return {
    counts: createCounts(),
    texts: undefined,
    properties: undefined,
    items: undefined,
    truncated: false,
  };
}

/** Adds a value. @param hash names the strings that are not kept readable */
export function addToShape(shape: ShapeTally, value: JsonValue, hash: HashText, depth = 0): void {
  countType(shape.counts, typeIndexOf(value));
  if (typeof value === "string") {
    shape.texts ??= createTextTally();
    countText(shape.texts, value, hash);
  }
  if (typeof value !== "object" || value === null) return;
  if (depth >= maxDepth) shape.truncated = true;
  else if (isJsonArray(value)) addItems(shape, value, hash, depth);
  else addProperties(shape, value, hash, depth);
}

function addItems(shape: ShapeTally, value: readonly JsonValue[], hash: HashText, depth: number) {
  const count = Math.min(value.length, maxItems);
  if (value.length > maxItems) shape.truncated = true;
  for (let index = 0; index < count; index += 1) {
    shape.items ??= createShapeTally();
    addToShape(shape.items, value[index] ?? null, hash, depth + 1);
  }
}

function addProperties(shape: ShapeTally, value: JsonObject, hash: HashText, depth: number): void {
  const all = Object.keys(value);
  if (all.length > maxNames) shape.truncated = true;
  const names = all.length > maxNames ? all.sort().slice(0, maxNames) : all;
  for (const name of names) {
    const property = findProperty(shape, name);
    if (property !== undefined) addToShape(property, value[name] ?? null, hash, depth + 1);
  }
}

/** The tally of a property; undefined for a name beyond those that are kept: the least. */
function findProperty(shape: ShapeTally, name: string): ShapeTally | undefined {
  shape.properties ??= new Map();
  const { properties } = shape;
  // What stands there is fit to be shown.
  const known = properties.get(name);
  if (known !== undefined) return known;
  const shown = shownName(name);
  const property = properties.get(shown) ?? createShapeTally();
  properties.set(shown, property);
  if (properties.size <= maxNames) return property;
  shape.truncated = true;
  const greatest = greatestKey(properties);
  properties.delete(greatest);
  return greatest === shown ? undefined : property;
}

/** The tally as part of a profile. */
export function finishShape({ counts, texts, properties, items, truncated }: ShapeTally): Shape {
  return {
    types: finishCounts(counts),
    strings: texts === undefined ? emptySketch : finishSketch(texts),
    stringFacts: texts && finishFacts(texts),
    properties: new Map([...(properties ?? [])].map(([name, shape]) => [name, finishShape(shape)])),
    items: items && finishShape(items),
    truncated,
  };
}

/** The shape of one value. @param hash names the strings that are not kept readable */
export function shapeOf(value: JsonValue, hash: HashText): Shape {
  const shape = createShapeTally();
  addToShape(shape, value, hash);
  return finishShape(shape);
}
