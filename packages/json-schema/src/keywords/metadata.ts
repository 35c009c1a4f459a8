/**
 * The keywords that only describe, Validation section 9. They assert nothing; what cannot be their
 * value becomes a diagnostic.
 */
import { deepestValue, isDeeper } from "../instance.ts";
import type { Annotate } from "../interpreter/plan.ts";
import { isJsonArray, type JsonValue } from "../json.ts";
import type { Keyword, Site } from "./keyword.ts";

/** Annotates with the keyword's value. */
export function annotateValue({ value }: Site): Annotate {
  return () => value;
}

function defineMetadata(
  name: string,
  expects: string,
  accepts: (value: JsonValue) => boolean,
): Keyword {
  const annotate = annotateValue;
  return { ...{ name, vocabulary: "annotation", target: "any" }, expects, accepts, annotate };
}

const isText = (value: JsonValue) => typeof value === "string";
const isShallow = (value: JsonValue) => !isDeeper(value, deepestValue);
const shallow = `a value of at most ${deepestValue} levels`;
const isFlag = (value: JsonValue) => typeof value === "boolean";

/** `title`, `description`, `default`, `deprecated`, `readOnly`, `writeOnly`, `examples`. */
export const metadata: readonly Keyword[] = [
  defineMetadata("title", "a string", isText),
  defineMetadata("description", "a string", isText),
  defineMetadata("default", shallow, isShallow),
  defineMetadata("deprecated", "true or false", isFlag),
  defineMetadata("readOnly", "true or false", isFlag),
  defineMetadata("writeOnly", "true or false", isFlag),
  defineMetadata(
    "examples",
    `a list, ${shallow}`,
    (value) => isJsonArray(value) && isShallow(value),
  ),
];

/** `$comment`, Core section 8.3, which is no annotation. */
export const comment: Keyword = {
  ...{ name: "$comment", vocabulary: "core", target: "any", expects: "a string", accepts: isText },
};
