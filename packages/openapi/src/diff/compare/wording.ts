import type { JsonValue } from "@truespec/json-schema";
import { jsonTypes } from "../../json/json-type.ts";
import type { Branch } from "../schema/branch.ts";

const mostShown = 5;
const longestShown = 60;

/** A value as messages show it: JSON, cut where it is long. */
export function showValue(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}

/** A list of values as messages show it. */
export function showValues(values: readonly JsonValue[]): string {
  const rest = values.length - mostShown;
  const shown = values.slice(0, mostShown).map(showValue).join(", ");
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

/** A name out of a description as messages show it. */
export function showName(name: string): string {
  return showValue(name);
}

/** What became of what is deprecated now, or was. */
export function showDeprecation({ deprecated }: { readonly deprecated: boolean }): string {
  return deprecated ? "is deprecated" : "is no longer deprecated";
}

/** The types that branches allow, null left out: `string`, `integer or object`, `any type`. */
export function showTypes(branches: readonly Branch[]): string {
  const names = typeNames(branches);
  if (names.length === 0) return "nothing";
  return names.length === jsonTypes.length - 1 ? "any type" : names.join(" or ");
}

/** The names of the types that branches allow, null left out. */
export function typeNames(branches: readonly Branch[]): readonly string[] {
  return jsonTypes.flatMap((type) => {
    const some = branches.filter((branch) => branch.type === type);
    if (type === "null" || some.length === 0) return [];
    return [type === "number" && some.every(isWhole) ? "integer" : type];
  });
}

function isWhole({ multiples, values }: Branch): boolean {
  return multiples.includes(1) || (values?.every(Number.isInteger) ?? false);
}
