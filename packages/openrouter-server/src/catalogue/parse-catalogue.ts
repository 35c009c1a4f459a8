import { ServerError } from "../server-error.ts";
import type { Catalogue, Traits } from "./catalogue.ts";
import type { Model } from "./model.ts";

/**
 * Parses a catalogue file: `{ data: Model[], aliases?: {name: id}, traits?: {id: Traits} }`.
 *
 * A recorded answer of `GET /models` is one as it stands. Rows keep every key they have; only
 * what the server filters and sorts by is looked at.
 *
 * @param text JSON
 * @throws {ServerError} `catalogue-invalid`, saying where and what was expected
 * @example
 * const catalogue = parseCatalogue('{ "data": [] }');
 */
export function parseCatalogue(text: string): Catalogue {
  const root = parseJson(text);
  if (!isRecord(root) || !Array.isArray(root["data"])) {
    throw invalid("", "an object with an array `data`");
  }
  return {
    models: root["data"].map(expectModel),
    aliases: new Map(entriesOf(root["aliases"], "/aliases", isString, "a model id")),
    traits: new Map(entriesOf(root["traits"], "/traits", isTraits, "an object of traits")),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ServerError("catalogue-invalid", "the catalogue is not JSON", { cause });
  }
}

/** The keys that filters and sorts read, each with its test and what to say when it fails. */
const expectations: readonly (readonly [string, (value: unknown) => boolean, string])[] = [
  ["id", isString, "a string"],
  ["canonical_slug", isString, "a string"],
  ["name", isString, "a string"],
  ["description", isString, "a string"],
  ["created", isNumber, "a number"],
  ["context_length", isNumber, "a number"],
  ["supported_parameters", isStringList, "an array of strings"],
];

function expectModel(row: unknown, index: number): Model {
  const where = `/data/${index}`;
  if (!isRecord(row)) throw invalid(where, "an object");
  for (const [key, test, expected] of expectations) {
    if (!test(row[key])) throw invalid(`${where}/${key}`, expected);
  }
  const { architecture, pricing } = row;
  for (const key of ["input_modalities", "output_modalities"]) {
    if (isRecord(architecture) && isStringList(architecture[key])) continue;
    throw invalid(`${where}/architecture/${key}`, "an array of strings");
  }
  for (const key of ["prompt", "completion"]) {
    if (isRecord(pricing) && isString(pricing[key])) continue;
    throw invalid(`${where}/pricing/${key}`, "a decimal number in a string");
  }
  // The keys that matter were looked at; the others are passed on unread.
  return row as unknown as Model;
}

function entriesOf<T>(
  value: unknown,
  where: string,
  isExpected: (item: unknown) => item is T,
  expected: string,
): [string, T][] {
  if (value === undefined) return [];
  if (!isRecord(value)) throw invalid(where, "an object");
  return Object.entries(value).map(([key, item]) => {
    if (!isExpected(item)) throw invalid(`${where}/${key.replaceAll("/", "~1")}`, expected);
    return [key, item];
  });
}

function invalid(where: string, expected: string): ServerError {
  const place = where === "" ? "its root" : where;
  return new ServerError("catalogue-invalid", `the catalogue has not ${expected} at ${place}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isStringList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isString);
}

function isTraits(value: unknown): value is Traits {
  if (!isRecord(value)) return false;
  const numbers = ["weekly_tokens", "throughput", "latency", "tool_success_rate"];
  const lists = ["categories", "providers", "regions"];
  const flags = ["zdr", "distillable"];
  return (
    numbers.every((key) => value[key] === undefined || isNumber(value[key])) &&
    lists.every((key) => value[key] === undefined || isStringList(value[key])) &&
    flags.every((key) => value[key] === undefined || typeof value[key] === "boolean")
  );
}
