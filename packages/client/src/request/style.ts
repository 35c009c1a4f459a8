import { serializeArrayParam, serializeObjectParam, serializePrimitiveParam } from "openapi-fetch";
import type { Parameter } from "../operation.ts";
import { encodeQueryText, isRecord, presentEntries, textOfScalar } from "./encode.ts";

type PathStyle = "simple" | "label" | "matrix";

/** Encoded as RFC 3986 wants it in a query; the library leaves the bar as it is, and knows neither for objects. */
const delimiters: ReadonlyMap<string, string> = new Map([
  ["spaceDelimited", "%20"],
  ["pipeDelimited", "%7C"],
]);

/** Whether a parameter's arrays and objects are spread (OpenAPI 3.1, section 4.8.12.2). */
export function isExploded(parameter: Parameter): boolean {
  return parameter.explode ?? styleOf(parameter) === "form";
}

/** A parameter's style, or OpenAPI's default for its location. */
export function styleOf(parameter: Parameter): string {
  const isForm = parameter.in === "query" || parameter.in === "cookie";
  return parameter.style ?? (isForm ? "form" : "simple");
}

/** A value as it stands in a path in place of its template. */
export function printInPath(parameter: Parameter, value: unknown): string {
  const style = pathStyle(parameter);
  const explode = isExploded(parameter);
  const name = encodeQueryText(parameter.name);
  if (parameter.mediaType !== undefined) {
    return encodeQueryText(JSON.stringify(value));
  }
  if (Array.isArray(value)) {
    return serializeArrayParam(name, value.map(textOfScalar), { style, explode });
  }
  if (isRecord(value)) {
    return serializeObjectParam(name, encodedMembers(value), { style, explode });
  }
  const text = encodeQueryText(textOfScalar(value));
  return { simple: text, label: `.${text}`, matrix: `;${name}=${text}` }[style];
}

/** The pairs `name=value` of a value in a query; none for an empty array or object. */
export function printInQuery(parameter: Parameter, value: unknown): readonly string[] {
  const name = encodeQueryText(parameter.name);
  if (parameter.mediaType !== undefined) {
    return [`${name}=${encodeQueryText(JSON.stringify(value))}`];
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? [] : [printArray(parameter, value.map(textOfScalar))];
  }
  if (!isRecord(value)) {
    return [serializePrimitiveParam(name, textOfScalar(value))];
  }
  if (styleOf(parameter) === "deepObject") {
    return printDeep(name, value);
  }
  const members = encodedMembers(value);
  const explode = isExploded(parameter);
  const delimiter = explode ? undefined : delimiters.get(styleOf(parameter));
  if (delimiter !== undefined) {
    const texts = presentEntries(value).flatMap(([key, item]) => [key, textOfScalar(item)]);
    return texts.length === 0 ? [] : [`${name}=${texts.map(encodeQueryText).join(delimiter)}`];
  }
  return Object.keys(members).length === 0
    ? []
    : [serializeObjectParam(name, members, { style: "form", explode })];
}

function printArray(parameter: Parameter, texts: readonly string[]): string {
  const name = encodeQueryText(parameter.name);
  const explode = isExploded(parameter);
  const delimiter = explode ? undefined : delimiters.get(styleOf(parameter));
  if (delimiter !== undefined) {
    return `${name}=${texts.map(encodeQueryText).join(delimiter)}`;
  }
  return serializeArrayParam(name, [...texts], { style: "form", explode });
}

/** `filter[a][b]=1`: OpenAPI defines one level, servers read more in this form. */
function printDeep(name: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => printDeep(`${name}[${index}]`, item));
  }
  if (isRecord(value)) {
    return presentEntries(value).flatMap(([key, item]) =>
      printDeep(`${name}[${encodeQueryText(key)}]`, item),
    );
  }
  return [`${name}=${encodeQueryText(textOfScalar(value))}`];
}

/** The library encodes the values and not the keys. */
function encodedMembers(value: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    presentEntries(value).map(([key, item]) => [encodeQueryText(key), textOfScalar(item)]),
  );
}

function pathStyle(parameter: Parameter): PathStyle {
  return parameter.style === "label" || parameter.style === "matrix" ? parameter.style : "simple";
}
