/**
 * How an instance is read: JSON Schema's data model over JavaScript values.
 *
 * Only own enumerable properties count, a member that is `undefined` is absent, NaN and the
 * infinities are no numbers, and a number without fraction is an integer (`1.0` too).
 */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "./json.ts";

/** JSON Schema's seven type names, Core section 4.2.1 and Validation section 6.1.1. */
export type InstanceType =
  | "array"
  | "boolean"
  | "integer"
  | "null"
  | "number"
  | "object"
  | "string";

/** Is it a JSON number? NaN and the infinities are not. */
export function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** So many levels may a value of a schema have; what lies deeper can be neither compared nor printed. */
export const deepestValue = 512;

/** Has a value more levels of arrays and objects than so many? */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** Is the property there: own, enumerable and not `undefined`? */
export function hasMember(object: JsonObject, name: string): boolean {
  return Object.prototype.propertyIsEnumerable.call(object, name) && object[name] !== undefined;
}

/** Does every object have this name by its prototype, so that only an own one counts? */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** The names of the properties that are there, in the object's order. */
export function memberNames(object: JsonObject): readonly string[] {
  return Object.keys(object).filter((name) => object[name] !== undefined);
}

/** The type of an instance as messages name it: `integer` where it fits, `unknown` for what JSON has not. */
export function instanceType(value: unknown): InstanceType | "unknown" {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  if (isNumber(value)) return Number.isInteger(value) ? "integer" : "number";
  const type = typeof value;
  return type === "string" || type === "boolean" || type === "object" ? type : "unknown";
}

/** Is the instance of this type, Validation section 6.1.1? */
export function isOfType(value: unknown, type: InstanceType): boolean {
  const actual = instanceType(value);
  return actual === type || (type === "number" && actual === "integer");
}

/** JSON equality, Core section 4.2.2: members in any order, items in theirs, numbers by value. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isJsonArray(a))
    return isJsonArray(b) && a.length === b.length && a.every((v, i) => isEqual(v, b[i]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const names = memberNames(a);
  return (
    names.length === memberNames(b).length &&
    names.every((name) => hasMember(b, name) && isEqual(a[name], b[name]))
  );
}

/** So many levels of an array or object are looked at to tell it from others. */
const tellingLevels = 3;

/** A text that is the same for equal values, and for few others. */
function toBucket(value: unknown, levels: number): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  if (typeof value !== "object" || value === null || levels === 0) return typeof value;
  if (isJsonArray(value))
    return `[${Array.from(value, (one) => toBucket(one, levels - 1)).join()}]`;
  if (!isJsonObject(value)) return "";
  const names = [...memberNames(value)].sort();
  return names.map((name) => `${name}:${toBucket(value[name], levels - 1)}`).join();
}

/** Makes a function that tells whether a value equals one of these arrays and objects, of which there are many. */
export function among(values: readonly JsonValue[]): (value: unknown) => boolean {
  const buckets = new Map<string, JsonValue[]>();
  for (const one of values) {
    const bucket = toBucket(one, tellingLevels);
    const known = buckets.get(bucket);
    if (known === undefined) buckets.set(bucket, [one]);
    else known.push(one);
  }
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    return (buckets.get(toBucket(value, tellingLevels)) ?? []).some((one) => isEqual(one, value));
  };
}

/** The length of a string in Unicode code points, as RFC 8259 counts characters. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Up to so many items, comparing each with each is cheaper than writing them down. */
const fewItems = 16;

/** The first pair of equal items as `[earlier, later]`, or undefined where all differ. */
export function findDuplicate(items: readonly unknown[]): readonly [number, number] | undefined {
  const scalars = new Map<unknown, number>();
  const texts = new Map<string, number>();
  const composites: number[] = [];
  for (const [index, item] of items.entries()) {
    const isComposite = typeof item === "object" && item !== null;
    const text = isComposite && items.length > fewItems ? toCanonicalText(item) : undefined;
    const earlier = !isComposite
      ? scalars.get(item)
      : text === undefined
        ? composites.find((other) => isEqual(items[other], item))
        : texts.get(text);
    if (earlier !== undefined) return [earlier, index];
    if (!isComposite) scalars.set(item, index);
    else if (text === undefined) composites.push(index);
    else texts.set(text, index);
  }
  return undefined;
}

/** A text that is the same for equal values, and for no others. */
function toCanonicalText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (isJsonArray(value)) return `[${Array.from(value, toCanonicalText).join()}]`;
  if (!isJsonObject(value)) return `${typeof value} ${String(value)}`;
  const members = [...memberNames(value)]
    .sort()
    .map((name) => `${JSON.stringify(name)}:${toCanonicalText(value[name])}`);
  return `{${members.join()}}`;
}

/** A value as error parameters carry it: what JSON cannot hold becomes its type's name. */
export function toJsonScalar(value: unknown): JsonValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  return isNumber(value) ? value : instanceType(value);
}

interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/**
 * Is a number a whole multiple of another? Exact over the decimals as JSON writes them, so that
 * 19.99 is a multiple of 0.01.
 */
export function isMultiple(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  const a = toDecimal(value);
  const b = toDecimal(divisor);
  const least = Math.min(a.exponent, b.exponent);
  return scale(a, least) % scale(b, least) === 0n;
}

function toDecimal(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

function scale(decimal: Decimal, exponent: number): bigint {
  return decimal.digits * 10n ** BigInt(decimal.exponent - exponent);
}
