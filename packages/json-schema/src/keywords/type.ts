import type { Check } from "../compiler/table-writer.ts";
import { type InstanceType, instanceType, isOfType } from "../instance.ts";
import type { JsonValue } from "../json.ts";
import { defineAssertion } from "./assertion.ts";
import type { Keyword } from "./keyword.ts";

const names: readonly InstanceType[] = [
  ...(["array", "boolean", "integer", "null", "number", "object", "string"] as const),
];

/** Is it the name of one of JSON Schema's types? */
export function isTypeName(value: unknown): value is InstanceType {
  return names.some((name) => name === value);
}

/** The types that a well-formed `type` allows. */
export function readTypes(value: InstanceType | readonly InstanceType[]): readonly InstanceType[] {
  return typeof value === "string" ? [value] : value;
}

/** Is it the value of a well-formed `type`? */
export function acceptsTypes(value: JsonValue): value is InstanceType | readonly InstanceType[] {
  return isTypeName(value) || (Array.isArray(value) && value.length > 0 && value.every(isTypeName));
}

/** The condition under which the value in a variable is of a type. */
export function typeCondition(type: InstanceType, value: string): string {
  switch (type) {
    case "null":
      return `${value} === null`;
    case "array":
      return `Array.isArray(${value})`;
    case "object":
      return `(typeof ${value} === "object" && ${value} !== null && !Array.isArray(${value}))`;
    case "number":
      return `Number.isFinite(${value})`;
    case "integer":
      return `Number.isInteger(${value})`;
    default:
      return `typeof ${value} === "${type}"`;
  }
}

/** The condition under which the value in a variable is of none of these types. */
export function noTypeCondition(types: readonly InstanceType[], value: string): string {
  const [only] = types;
  if (only !== undefined && types.length === 1) return otherTypeCondition(only, value);
  const distinct = types.filter(
    (type, index) =>
      types.indexOf(type) === index && !(type === "integer" && types.includes("number")),
  );
  return distinct.map((type) => otherTypeCondition(type, value)).join(" && ");
}

function otherTypeCondition(type: InstanceType, value: string): string {
  switch (type) {
    case "null":
      return `${value} !== null`;
    case "boolean":
    case "string":
      return `typeof ${value} !== "${type}"`;
    default:
      return `!${typeCondition(type, value)}`;
  }
}

const assertion: Keyword = defineAssertion({
  name: "type",
  target: "any",
  expects: "one of JSON Schema's seven types or a list of them",
  accepts: acceptsTypes,
  findFailure(value, instance) {
    const expected = readTypes(value);
    if (expected.some((name) => isOfType(instance, name))) return undefined;
    return { expected, actual: instanceType(instance) };
  },
  compile: (value, instance) => noTypeCondition(readTypes(value), instance),
});

const checkType = {
  name: "checkType",
  needs: ["checkType"],
  isWhole: true,
} as const satisfies Check;

/** `type`, Validation section 6.1.1: `1.0` is an integer. */
export const type: Keyword = {
  ...assertion,
  tabulate({ value }, table) {
    if (!acceptsTypes(value)) return;
    table.mayReport("type");
    table.add(checkType, table.module.literal(readTypes(value).join()));
  },
};
