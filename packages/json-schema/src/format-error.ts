/**
 * Errors as text.
 */
import { isJsonArray, type JsonValue } from "./json.ts";
import type { ValidationError } from "./validation.ts";
import { wordings } from "./wordings.ts";

/**
 * One English sentence for a validation error: what was expected, and what was there.
 *
 * @example
 * formatError(error); // 'expected string, got null'
 */
export function formatError({ keyword, params }: ValidationError): string {
  const known = Object.hasOwn(wordings, keyword) ? wordings[keyword] : undefined;
  const sentence = known?.find((text) =>
    [...text.matchAll(parameter)].every(([, name = ""]) => Object.hasOwn(params, name)),
  );
  if (sentence === undefined) return `"${keyword}" is not met`;
  return sentence.replace(parameter, (_, name: string, style: string | undefined) =>
    show(params[name], style ?? "json"),
  );
}

const parameter = /\{(\w+)(?::([\w ]+))?\}/g;
const longest = 80;

function show(value: JsonValue | undefined, style: string): string {
  if (style === "json" || style === "plain") {
    const text =
      style === "plain" && typeof value === "string" ? value : JSON.stringify(value ?? null);
    return text.length <= longest ? text : `${text.slice(0, longest)}…`;
  }
  const list = isJsonArray(value) ? value : [value];
  if (style === "or" || style === "and") {
    return list.map((item) => show(item, "plain")).join(` ${style} `);
  }
  return style === "values" ? listValues(list) : count(value, style);
}

function count(value: JsonValue | undefined, unit: string): string {
  const plural = unit === "property" ? "properties" : `${unit}s`;
  return `${show(value, "json")} ${value === 1 ? unit : plural}`;
}

function listValues(list: readonly (JsonValue | undefined)[]): string {
  if (list.length === 0) return "no value at all";
  const shown = list.slice(0, 10).map((value) => show(value, "json"));
  const rest = list.length - shown.length;
  return `${list.length > 1 ? "one of " : ""}${shown.join(", ")}${rest > 0 ? ` or ${rest} more` : ""}`;
}
