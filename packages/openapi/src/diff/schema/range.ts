import {
  findMember,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import type { JsonType } from "../../json/json-type.ts";

/** From where to where a measure goes: a number's value, a string's length, the count of items or properties. */
export interface Range {
  readonly min: number;
  readonly max: number;
  /** The end itself is excluded. */
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
}

/** The keywords of a type's lower and upper bound. */
export const boundKeywords: ReadonlyMap<JsonType, readonly [lower: string, upper: string]> =
  new Map([
    ["number", ["minimum", "maximum"]],
    ["string", ["minLength", "maxLength"]],
    ["array", ["minItems", "maxItems"]],
    ["object", ["minProperties", "maxProperties"]],
  ]);

/** The range that bounds nothing. */
export function freeRange(type: JsonType): Range {
  const min = type === "number" ? Number.NEGATIVE_INFINITY : 0;
  return { min, max: Number.POSITIVE_INFINITY, minOpen: false, maxOpen: false };
}

/** The range that a schema's own keywords give a type. */
export function readRange(schema: JsonObject, type: JsonType): Range {
  const keywords = boundKeywords.get(type);
  const free = freeRange(type);
  if (keywords === undefined) return free;
  const closed = {
    ...free,
    min: Math.max(free.min, findNumber(schema, keywords[0]) ?? free.min),
    max: findNumber(schema, keywords[1]) ?? free.max,
  };
  if (type !== "number") return closed;
  return meetRanges(closed, {
    min: findNumber(schema, "exclusiveMinimum") ?? free.min,
    max: findNumber(schema, "exclusiveMaximum") ?? free.max,
    minOpen: true,
    maxOpen: true,
  });
}

/** The range of what lies in both. */
export function meetRanges(a: Range, b: Range): Range {
  const low = compareLower(a, b) >= 0 ? a : b;
  const high = compareUpper(a, b) <= 0 ? a : b;
  return { min: low.min, minOpen: low.minOpen, max: high.max, maxOpen: high.maxOpen };
}

/** Positive where the lower end of `a` excludes more than that of `b`. */
export function compareLower(a: Range, b: Range): number {
  if (a.min !== b.min) return a.min > b.min ? 1 : -1;
  return Number.isFinite(a.min) ? Number(a.minOpen) - Number(b.minOpen) : 0;
}

/** Negative where the upper end of `a` excludes more than that of `b`. */
export function compareUpper(a: Range, b: Range): number {
  if (a.max !== b.max) return a.max < b.max ? -1 : 1;
  return Number.isFinite(a.max) ? Number(b.maxOpen) - Number(a.maxOpen) : 0;
}

/** Whether nothing lies in a range. */
export function isEmptyRange({ min, max, minOpen, maxOpen }: Range): boolean {
  return min > max || (min === max && (minOpen || maxOpen));
}

/** The same range for whole numbers: both ends closed. */
export function closeRange({ min, max, minOpen, maxOpen }: Range): Range {
  return {
    min: minOpen && Number.isInteger(min) ? min + 1 : Math.ceil(min),
    max: maxOpen && Number.isInteger(max) ? max - 1 : Math.floor(max),
    minOpen: false,
    maxOpen: false,
  };
}

/** Whether a value's measure lies in a range. */
export function isInRange(value: JsonValue, range: Range): boolean {
  const size = measure(value);
  if (size === undefined) return true;
  const { min, max, minOpen, maxOpen } = range;
  return (minOpen ? size > min : size >= min) && (maxOpen ? size < max : size <= max);
}

/** A string's length counts code points (JSON Schema Validation, section 6.3). */
function measure(value: JsonValue): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "string") return [...value].length;
  if (isJsonArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : undefined;
}

function findNumber(schema: JsonObject, keyword: string): number | undefined {
  const value = findMember(schema, keyword);
  return typeof value === "number" ? value : undefined;
}
