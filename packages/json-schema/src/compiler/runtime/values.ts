import type { RuntimeSource } from "./source.ts";

/** How generated code reads instances: the functions of `json.ts`, `instance.ts` and of the formats. */
export type ValueFunction =
  | "own"
  | "isForeign"
  | "codePointLength"
  | "memberOf"
  | "eachMember"
  | "countMembers"
  | "isObject"
  | "memberNames"
  | "instanceType"
  | "isOfTypes"
  | "toJsonScalar"
  | "toDecimal"
  | "isMultiple"
  | "isLeapSecondFit"
  | "isUnicodePattern";

/** Their sources; `values.test.ts` holds each against the function that it mirrors. */
export const valueSources: Readonly<Record<ValueFunction, RuntimeSource>> = {
  own: {
    needs: ["isForeign"],
    text: `/** The members that count: of a plain object its own, of any other a copy of what is own and enumerable. */
function own(object) {
  return isForeign(object) ? { ...object } : object;
}`,
  },
  isForeign: {
    needs: [],
    text: `/** Is it no plain object, so that only a copy shows what is own and enumerable? */
function isForeign(object) {
  const prototype = Object.getPrototypeOf(object);
  return prototype !== Object.prototype && prototype !== null;
}`,
  },
  codePointLength: {
    needs: [],
    text: `function codePointLength(text) {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}`,
  },
  memberOf: {
    needs: [],
    text: `function memberOf(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}`,
  },
  eachMember: {
    needs: ["isObject", "own"],
    text: `function eachMember(value, visit) {
  if (!isObject(value)) return;
  const object = own(value);
  for (const name in object) if (object[name] !== undefined) visit(name, object[name]);
}`,
  },
  countMembers: {
    needs: [],
    text: `function countMembers(object) {
  let count = 0;
  for (const name in object) if (object[name] !== undefined) count += 1;
  return count;
}`,
  },
  isObject: {
    needs: [],
    text: `function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}`,
  },
  memberNames: {
    needs: [],
    text: `function memberNames(object) {
  return Object.keys(object).filter((name) => object[name] !== undefined);
}`,
  },
  instanceType: {
    needs: [],
    text: `function instanceType(value) {
  const type = typeof value;
  if (type === "object") return value === null ? "null" : Array.isArray(value) ? "array" : type;
  if (Number.isInteger(value)) return "integer";
  return type === "string" || type === "boolean" || Number.isFinite(value) ? type : "unknown";
}`,
  },
  isOfTypes: {
    needs: ["instanceType"],
    text: `/** Is it of one of these types? They are one text, in which no name is a part of another. */
function isOfTypes(value, types) {
  const actual = instanceType(value);
  return types === actual || types.includes(actual) || (actual === "integer" && types.includes("number"));
}`,
  },
  toJsonScalar: {
    needs: ["instanceType"],
    text: `function toJsonScalar(value) {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  return Number.isFinite(value) ? value : instanceType(value);
}`,
  },
  toDecimal: {
    needs: [],
    text: `function toDecimal(value) {
  const [mantissa, exponent] = value.toExponential().split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}`,
  },
  isMultiple: {
    needs: ["toDecimal"],
    text: `function isMultiple(value, divisor) {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  const a = toDecimal(value);
  const b = toDecimal(divisor);
  const least = Math.min(a.exponent, b.exponent);
  const scale = ({ digits, exponent }) => digits * 10n ** BigInt(exponent - least);
  return scale(a) % scale(b) === 0n;
}`,
  },
  isLeapSecondFit: {
    needs: [],
    text: `function isLeapSecondFit(text) {
  const parts = /([0-9]{2}):([0-9]{2}):60(?:\\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/.exec(text);
  if (parts === null) return true;
  const offset = (parts[3] === "-" ? -1 : 1) * (Number(parts[4] ?? 0) * 60 + Number(parts[5] ?? 0));
  return (Number(parts[1]) * 60 + Number(parts[2]) - offset + 1440) % 1440 === 1439;
}`,
  },
  isUnicodePattern: {
    needs: [],
    text: `function isUnicodePattern(text) {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}`,
  },
};
