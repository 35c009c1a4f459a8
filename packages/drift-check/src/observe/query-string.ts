import { findMember, isJsonArray, isJsonObject, type JsonObject } from "@truespec/json-schema/json";
import { appendKey, resolvePointer } from "@truespec/json-schema/json-pointer";
import { type Description, type Parameter, type Resolved, resolveObject } from "@truespec/openapi";
import { isFormMediaType } from "../read/media-type.ts";

/**
 * A parameter as requests have it: a whole query string that is a form is a query parameter for each
 * property of its schema. Any other parameter is itself.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#parameter-locations
 */
export function spreadQueryString(
  { document }: Description,
  parameter: Parameter,
): readonly Parameter[] {
  const schema = findFormSchema(document, parameter);
  const properties = findMember(schema?.value, "properties");
  if (schema === undefined || !isJsonObject(properties)) return [parameter];
  const required = findMember(schema.value, "required");
  return Object.keys(properties).map((name) => ({
    ...parameter,
    ...encodingOf(parameter, name, properties[name]),
    name,
    in: "query",
    required: parameter.required && isJsonArray(required) && required.includes(name),
    schemaPointer: appendKey(schema.pointer, "properties", name),
    encodings: [],
  }));
}

/** Whether a whole query string may hold what its schema does not name. */
export function isOpenQueryString({ document }: Description, parameter: Parameter): boolean {
  if (parameter.in !== "querystring") return false;
  const schema = findFormSchema(document, parameter)?.value;
  return findMember(schema, "additionalProperties") !== false;
}

function findFormSchema(
  document: JsonObject,
  { in: place, mediaType, schemaPointer }: Parameter,
): Resolved | undefined {
  return place === "querystring" && isFormMediaType(mediaType) && schemaPointer !== undefined
    ? resolveObject(document, resolvePointer(document, schemaPointer), schemaPointer)
    : undefined;
}

/** As the form states it; where it states nothing, an object is JSON. */
function encodingOf(
  { encodings }: Parameter,
  named: string,
  schema: unknown,
): Pick<Parameter, "style" | "explode" | "mediaType"> {
  const stated = encodings.find(({ part }) => part.kind === "named" && part.name === named);
  const { style = "form", explode = true, contentType } = stated ?? {};
  const isObject = isJsonObject(schema) && findMember(schema, "type") === "object";
  const byDefault = isObject ? "application/json" : undefined;
  return {
    style,
    explode,
    mediaType: stated?.style === undefined ? (contentType ?? byDefault) : undefined,
  };
}
