import { isJsonArray, isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import type { TextStyle } from "./text-style.ts";

/** A value as JSON over several lines, each after the first one begun with `margin`. */
export function printExpandedJson(value: JsonValue, margin: string, style: TextStyle): string {
  return JSON.stringify(value, null, style.indent).replaceAll("\n", style.lineBreak + margin);
}

/** A value as JSON in one line, spaced like the rest of the text. */
export function printInlineJson(value: JsonValue, { gap }: TextStyle): string {
  const print = (one: JsonValue): string => {
    if (isJsonArray(one)) return `[${one.map(print).join(`,${gap}`)}]`;
    if (!isJsonObject(one)) return JSON.stringify(one);
    const members = Object.entries(one).map(([k, v]) => `${JSON.stringify(k)}:${gap}${print(v)}`);
    return `{${members.join(`,${gap}`)}}`;
  };
  return print(value);
}
