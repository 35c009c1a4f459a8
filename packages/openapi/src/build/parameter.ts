import {
  findMember,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { arrayMember, findString, objectMember } from "../json/json-value.ts";
import type { Parameter } from "../model/model.ts";
import { buildContent, findSchemaPointer } from "./content.ts";
import { type Resolved, resolveObject } from "./resolve.ts";

const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

/** Where a parameter may be: the values of `in`. */
export const parameterPlaces: readonly Parameter["in"][] = [
  "query",
  "header",
  "path",
  "cookie",
  "querystring",
];

/**
 * The effective parameters of an operation: the path item's, then its own, which win by name and
 * place. What cannot be a parameter is left out.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object
 */
export function buildParameters(
  document: JsonObject,
  pathItems: readonly Resolved[],
  operation: Resolved,
): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const holder of [...pathItems.toReversed(), operation]) {
    const at = appendKey(holder.pointer, "parameters");
    for (const [index, value] of arrayMember(holder.value, "parameters").entries()) {
      const found = resolveObject(document, value, appendKey(at, index));
      const parameter = found && buildParameter(document, found);
      if (parameter !== undefined) parameters.set(keyOf(parameter), parameter);
    }
  }
  return [...parameters.values()];
}

function buildParameter(document: JsonObject, found: Resolved): Parameter | undefined {
  const { value, pointer } = found;
  const name = findString(value, "name");
  const place = findString(value, "in");
  if (name === undefined || !isPlace(place)) return undefined;
  if (place === "header" && ignoredHeaders.has(name.toLowerCase())) return undefined;
  const [content] = buildContent(document, value, pointer);
  const style = findString(value, "style") ?? defaultStyle(place);
  const explode = findMember(value, "explode");
  return {
    name,
    in: place,
    pointer,
    required: place === "path" || findMember(value, "required") === true,
    deprecated: findMember(value, "deprecated") === true,
    description: findString(value, "description"),
    style,
    explode: typeof explode === "boolean" ? explode : style === "form" || style === "cookie",
    allowReserved: findMember(value, "allowReserved") === true,
    schemaPointer: findSchemaPointer(value, pointer, "schema") ?? content?.schemaPointer,
    mediaType: content?.mediaType,
    encodings: content?.encodings ?? [],
    examples: collectExamples(document, value),
  };
}

function isPlace(place: string | undefined): place is Parameter["in"] {
  return parameterPlaces.some((one) => one === place);
}

function defaultStyle(place: Parameter["in"]): string {
  return place === "path" || place === "header" ? "simple" : "form";
}

/** Two header parameters are one when their names differ in case alone. */
function keyOf({ name, in: place }: Parameter): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

function collectExamples(document: JsonObject, parameter: JsonObject): JsonValue[] {
  const media = Object.values(objectMember(parameter, "content")).filter(isJsonObject);
  const schema = resolveObject(document, findMember(parameter, "schema"), "")?.value;
  const example = findMember(schema, "example");
  return [
    ...[parameter, ...media].flatMap((holder) => ownExamples(document, holder)),
    ...(example === undefined ? [] : [example]),
    ...arrayMember(schema, "examples"),
  ];
}

function ownExamples(document: JsonObject, holder: JsonObject): JsonValue[] {
  const example = findMember(holder, "example");
  const examples = example === undefined ? [] : [example];
  for (const written of Object.values(objectMember(holder, "examples"))) {
    const object = resolveObject(document, written, "")?.value;
    const value = findMember(object, "dataValue") ?? findMember(object, "value");
    if (value !== undefined) examples.push(value);
  }
  return examples;
}
