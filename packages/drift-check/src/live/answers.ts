import { isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { isSecretName, redacted } from "../read/secrets.ts";
import type { Linked } from "./links.ts";

/** What earlier answers tell of the parameters of later requests. */
export interface Answers {
  /** The first item of each list that was answered, by the path that was asked. */
  readonly lists: Map<string, Item>;
  /** The first value of each field that names what it identifies (`model_id`), by its plain name. */
  readonly named: Map<string, string>;
  readonly linked: Linked;
}

type Item = { readonly [name: string]: JsonValue };

/** Nothing answered yet. */
export function createAnswers(): Answers {
  return { lists: new Map(), named: new Map(), linked: new Map() };
}

/**
 * Remembers the first item, when the answer is a list: an array, or an object that holds one array of objects; and of
 * that item, or of an answer that is no list, what it calls by name.
 */
export function rememberAnswer(answers: Answers, path: string, body: JsonValue): void {
  const list = listOf(body);
  const item = list === undefined ? body : list[0];
  if (!isJsonObject(item)) return;
  if (list !== undefined) answers.lists.set(path, item);
  for (const [name, value] of Object.entries(item)) {
    const text = textOf(value);
    const plain = plainName(name);
    if (text === undefined || !isTelling(plain) || isSecretName(name)) continue;
    if (!answers.named.has(plain)) answers.named.set(plain, text);
  }
}

/** `model_id`, `accountSid`: `id` alone may be anybody's. */
function isTelling(plain: string): boolean {
  return /.(id|sid|uuid|guid|slug|code|number)$/.test(plain);
}

/**
 * A path parameter's value out of the list one level up: `{id}` below `/models` is the first model's field of the
 * same name; `{modelId}` and `{model_id}` are its `id`, `{ModelSid}` its `sid`. Else what any answer calls by the very
 * name. Undefined where no list was answered or no field is named so.
 */
export function findAnsweredValue(
  { lists, named }: Answers,
  list: string,
  parameter: string,
): string | undefined {
  const wanted = plainName(parameter);
  const item = lists.get(list) ?? {};
  const owner = singular(plainName(list.slice(list.lastIndexOf("/") + 1)));
  const isOwn = wanted.startsWith(owner) && wanted.length > owner.length;
  const names = [wanted, ...(isOwn ? [wanted.slice(owner.length)] : [])];
  for (const name of names) {
    const field = Object.keys(item).find((one) => plainName(one) === name);
    const value = field === undefined ? undefined : textOf(item[field]);
    if (value !== undefined) return value;
  }
  return named.get(wanted);
}

function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === "string" && value !== "" && value !== redacted) return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
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
