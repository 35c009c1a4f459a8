import { isJsonArray, isJsonObject, type JsonValue } from "@truespec/json-schema/json";

/** Whether two values are the same JSON; the order of members is no matter. */
export function isEqual(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isJsonArray(a)) {
    return (
      isJsonArray(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index]))
    );
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}

/** Answers whether a value is one of these, of which there may be many. */
export function isAmong(values: readonly JsonValue[]): (value: JsonValue) => boolean {
  const scalars = new Set(values.filter((value) => !isComposite(value)));
  const composites = values.filter(isComposite);
  return (value) => scalars.has(value) || composites.some((one) => isEqual(one, value));
}

function isComposite(value: JsonValue): boolean {
  return isJsonArray(value) || isJsonObject(value);
}

const prose = new Set(["title", "description", "summary", "$comment"]);
const instances = new Set(["enum", "const", "default"]);

/**
 * Whether two parts of descriptions are the same but for prose and examples: a `title` that is a
 * text, `examples` that are a list. What stands in an instance, such as a `const`, must be equal.
 */
export function isAlike(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isJsonArray(a)) {
    return (
      isJsonArray(b) && a.length === b.length && a.every((item, index) => isAlike(item, b[index]))
    );
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a).filter((key) => !isProse(key, a[key]));
  const others = Object.keys(b).filter((key) => !isProse(key, b[key]));
  if (keys.length !== others.length) return false;
  return keys.every(
    (key) => Object.hasOwn(b, key) && (instances.has(key) ? isEqual : isAlike)(a[key], b[key]),
  );
}

function isProse(key: string, value: JsonValue | undefined): boolean {
  return prose.has(key) ? typeof value === "string" : key === "examples" && isJsonArray(value);
}
