import type { RuntimeSource } from "./source.ts";

/** How generated code compares instances: functions of `instance.ts`. */
export type EqualityFunction = "isEqual" | "among" | "findDuplicate" | "toCanonicalText";

/** Their sources; `values.test.ts` holds each against the function that it mirrors. */
export const equalitySources: Readonly<Record<EqualityFunction, RuntimeSource>> = {
  isEqual: {
    needs: ["isObject", "memberNames"],
    text: `function isEqual(a, b) {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = memberNames(a);
  return (
    names.length === memberNames(b).length &&
    names.every(
      (name) =>
        Object.prototype.propertyIsEnumerable.call(b, name) &&
        b[name] !== undefined &&
        isEqual(a[name], b[name]),
    )
  );
}`,
  },
  among: {
    needs: ["isEqual", "memberNames"],
    text: `/** Makes a function that tells whether a value equals one of these arrays and objects, of which there are many. */
function among(values) {
  const bucketOf = (value, depth) => {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return "" + value;
    if (typeof value !== "object" || value === null || depth === 0) return typeof value;
    if (Array.isArray(value)) return "[" + Array.from(value, (item) => bucketOf(item, depth - 1)).join() + "]";
    return memberNames(value).sort().map((name) => name + ":" + bucketOf(value[name], depth - 1)).join();
  };
  let buckets;
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    if (buckets === undefined) {
      buckets = new Map();
      for (const one of values) {
        const bucket = bucketOf(one, 3);
        if (!buckets.has(bucket)) buckets.set(bucket, []);
        buckets.get(bucket).push(one);
      }
    }
    return (buckets.get(bucketOf(value, 3)) ?? []).some((one) => isEqual(one, value));
  };
}`,
  },
  findDuplicate: {
    needs: ["isEqual", "toCanonicalText"],
    text: `function findDuplicate(items) {
  const scalars = new Map();
  const texts = new Map();
  const composites = [];
  for (const [index, item] of items.entries()) {
    const isComposite = typeof item === "object" && item !== null;
    const text = isComposite && items.length > 16 ? toCanonicalText(item) : undefined;
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
}`,
  },
  toCanonicalText: {
    needs: ["isObject", "memberNames"],
    text: `function toCanonicalText(value) {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return "[" + Array.from(value, toCanonicalText).join() + "]";
  if (!isObject(value)) return typeof value + " " + String(value);
  const members = memberNames(value)
    .sort()
    .map((name) => JSON.stringify(name) + ":" + toCanonicalText(value[name]));
  return "{" + members.join() + "}";
}`,
  },
};
