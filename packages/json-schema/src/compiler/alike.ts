/**
 * Schemas that say the same, so that code for one is code for the other: a description that was made by
 * a program writes the same schema at many places, and what is found out here need not be written twice.
 */
import type { SchemaNode } from "../document/node.ts";
import type { Resource } from "../document/place.ts";
import { memberKind, type PlaceKind } from "../document/structure.ts";
import { deepestValue, isDeeper } from "../instance.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { catalogue } from "../keywords/catalogue.ts";

/** So many schemas inside one another are looked at; one with deeper ones is like no other. */
const deepest = 100;

/** How a member of a schema is told: as what holds schemas, or as it is. */
type Part = PlaceKind | "placing";

/**
 * What code is written by; all else is silent. What is placing makes a schema like no other, and so does
 * `patternProperties`, where a name can be wrong and is reported at its place.
 */
const parts: ReadonlyMap<string, Part> = new Map([
  ...catalogue.flatMap(({ name, compile, tabulate }) =>
    compile === undefined && tabulate === undefined ? [] : [readPart(name)],
  ),
  ...["minContains", "maxContains", "if", "then", "else", "discriminator"].map(readPart),
  ...["x-extensible-enum", "x-speakeasy-unknown-values", "x-ms-enum"].map(readPart),
  ...["$schema", "$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "patternProperties"].map(
    (name) => [name, "placing"] as const,
  ),
]);

function readPart(name: string): readonly [string, Part] {
  return [name, memberKind("schema", true, name, false)];
}

/** A number for what a schema says; undefined where it is like no other, or that is not known. */
export type FindLikeness = (node: SchemaNode) => number | undefined;

/** Tells schemas apart by what they say, each value looked at once. */
export function openLikeness({ document }: Interpreter): FindLikeness {
  const numbers = new Map<string, number>();
  const resources = new Map<Resource, Reading>();
  return (node) => {
    const { resource } = node.place;
    // References mean the same within a resource, and only there.
    const reading = resources.get(resource) ?? {
      ...{ start: `${resources.size}`, numbers, read: new Map(), targets: new Map() },
      isTarget: (reference: string) => document.findReferenced(node, reference) !== undefined,
    };
    resources.set(resource, reading);
    return numberOf(reading, node.schema, 0);
  };
}

/** A resource while it is read. */
interface Reading {
  readonly start: string;
  readonly numbers: Map<string, number>;
  readonly read: Map<JsonObject, number | undefined>;
  readonly targets: Map<string, string | undefined>;
  readonly isTarget: (reference: string) => boolean;
}

function numberOf(reading: Reading, schema: JsonValue, depth: number): number | undefined {
  if (typeof schema === "boolean") return schema ? -1 : -2;
  if (!isJsonObject(schema) || depth > deepest) return undefined;
  const { read, numbers } = reading;
  const known = read.get(schema);
  if (known !== undefined || read.has(schema)) return known;
  const key = keyOf(reading, schema, depth);
  const number = key === undefined ? undefined : (numbers.get(key) ?? numbers.size);
  if (key !== undefined && number !== undefined) numbers.set(key, number);
  read.set(schema, number);
  return number;
}

/** A text that is the same for what says the same, and for nothing else. */
function keyOf(reading: Reading, schema: JsonObject, depth: number): string | undefined {
  let key = reading.start;
  for (const name of Object.keys(schema)) {
    const part = parts.get(name);
    const value = schema[name];
    if (part === undefined || value === undefined) continue;
    const text =
      name === "$ref" ? keyOfTarget(reading, value) : keyOfPart(reading, part, value, depth + 1);
    if (text === undefined) return undefined;
    key += ` ${name} ${text}`;
  }
  return key;
}

/** A reference that leads nowhere is told with its place. */
function keyOfTarget({ targets, isTarget }: Reading, value: JsonValue): string | undefined {
  if (typeof value !== "string") return undefined;
  if (!targets.has(value)) targets.set(value, isTarget(value) ? printText(value) : undefined);
  return targets.get(value);
}

function keyOfPart(
  reading: Reading,
  part: Part,
  value: JsonValue,
  depth: number,
): string | undefined {
  if (part === "placing") return undefined;
  if (typeof value === "string") return printText(value);
  if (part === "schema") return numberOf(reading, value, depth)?.toString();
  if (part === "list" && isJsonArray(value)) {
    const items = value.map((item) => numberOf(reading, item, depth));
    return items.includes(undefined) ? undefined : `[${items.join()}]`;
  }
  if (part === "map" && isJsonObject(value)) return keyOfMap(reading, value, depth);
  return isDeeper(value, deepestValue) ? undefined : JSON.stringify(value);
}

function keyOfMap(reading: Reading, value: JsonObject, depth: number): string | undefined {
  let key = "{";
  for (const name of Object.keys(value)) {
    const number = numberOf(reading, value[name] ?? null, depth);
    if (number === undefined) return undefined;
    key += `${printText(name)}${number}`;
  }
  return `${key}}`;
}

/** A text with its length, so that it is clear where it ends. */
function printText(text: string): string {
  return `${text.length}:${text}`;
}
