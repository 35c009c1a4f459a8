import { isJsonObject } from "../json.ts";
import type { Site } from "../keywords/keyword.ts";
import type { Evaluate } from "./plan.ts";

/**
 * The same check for the many instances that pass: what a keyword can tell of them in one look-up.
 * `ask` has the last word.
 */
export function quicken({ keyword, value }: Site, ask: Evaluate): Evaluate {
  if (!Array.isArray(value)) return ask;
  if (keyword.name === "enum") {
    const primitives = new Set<unknown>(value.filter((one) => typeof one !== "object"));
    return (instance, at) => primitives.has(instance) || ask(instance, at);
  }
  if (keyword.name === "required") {
    const names = value.filter((name) => typeof name === "string");
    return (instance, at) => {
      if (isJsonObject(instance)) {
        for (const name of names) {
          // Of what `JSON.parse` made all that is own is enumerable, too, and this is far cheaper to ask.
          if (!Object.hasOwn(instance, name) || instance[name] === undefined) {
            return ask(instance, at);
          }
        }
      }
      return true;
    };
  }
  return ask;
}
