import type { JsonValue } from "@truespec/json-schema";
import { isJsonObject } from "../read/json-object.ts";

/** The first item of each list that the API answered, by the path that was asked. */
export type Answers = Map<string, { readonly [name: string]: JsonValue }>;

/** Remembers the first item, when the answer is a list: an array, or an object that holds one array of objects. */
export function rememberAnswer(answers: Answers, path: string, body: JsonValue): void {
  const item = listOf(body)?.[0];
  if (isJsonObject(item)) answers.set(path, item);
}

/**
 * A path parameter's value out of the list one level up: `{id}` below `/models` is the first model's field of the
 * same name; `{modelId}` and `{model_id}` are its `id`. Undefined where no list was answered or no field is named so.
 */
export function findAnsweredValue(
  answers: Answers,
  list: string,
  parameter: string,
): string | undefined {
  const item = answers.get(list);
  if (item === undefined) return undefined;
  const segment = list.slice(list.lastIndexOf("/") + 1);
  const wanted = plainName(parameter);
  const isOwnId = wanted === `${singular(plainName(segment))}id`;
  for (const name of isOwnId ? [parameter, "id"] : [parameter]) {
    const value = Object.hasOwn(item, name) ? item[name] : undefined;
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  }
  return undefined;
}

function listOf(body: JsonValue): readonly JsonValue[] | undefined {
  if (Array.isArray(body)) return body;
  if (!isJsonObject(body)) return undefined;
  const lists = Object.values(body).filter(
    (value) => Array.isArray(value) && value.some(isJsonObject),
  );
  return lists.length === 1 && Array.isArray(lists[0]) ? lists[0] : undefined;
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function singular(name: string): string {
  if (name.endsWith("ies")) return `${name.slice(0, -3)}y`;
  return name.endsWith("s") ? name.slice(0, -1) : name;
}
