import { serializeArrayParam, serializeObjectParam } from "openapi-fetch";
import { addCookie, type Draft, fillPath } from "./draft.ts";
import {
  encodeReserved,
  encodeText,
  isRecord,
  presentEntries,
  presentItems,
  textOfScalar,
} from "./encode.ts";
import type { ParameterLocation, StyledParameter } from "./parameter.ts";

/** Encoded as RFC 3986 wants it in a query; the library leaves the bar as it is, and knows neither for objects. */
const delimiters: ReadonlyMap<string, string> = new Map([
  ["spaceDelimited", "%20"],
  ["pipeDelimited", "%7C"],
]);

/** A parameter in a path, in any style of OpenAPI's: `simple`, `label` or `matrix`. An empty array or object is none. */
export function styledPath(parameter: StyledParameter, value: unknown, draft: Draft): void {
  const isEmpty = (Array.isArray(value) || isRecord(value)) && presentEntries(value).length === 0;
  fillPath(draft, parameter.name, isEmpty ? "" : printInPath(parameter, value));
}

/** A parameter in a query: `form`, `spaceDelimited` or `pipeDelimited`. Nothing for an empty array or object. */
export function styledQuery(parameter: StyledParameter, value: unknown, draft: Draft): void {
  draft.query.push(...printForm(parameter, value));
}

/**
 * A query parameter in the style `deepObject`: `filter[a][0]=1`, its brackets percent-encoded. OpenAPI defines one
 * level of an object alone, servers read more in this form.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#percent-encoding-and-illegal-or-reserved-delimiters
 */
export function deepObject(parameter: StyledParameter, value: unknown, draft: Draft): void {
  draft.query.push(...printDeep(encodeText(parameter.name), value, encoderOf(parameter)));
}

/** A header whose objects are written as `a=1,b=2`: `simple`, exploded. Nothing for an empty array or object. */
export function styledHeader({ name }: StyledParameter, value: unknown, draft: Draft): void {
  const texts = isRecord(value)
    ? presentEntries(value).map(([key, item]) => `${key}=${textOfScalar(item)}`)
    : presentItems([value].flat()).map(textOfScalar);
  if (texts.length > 0) {
    draft.headers[name.toLowerCase()] = texts.join(",");
  }
}

/** A cookie, in the style `form`. */
export function cookie(parameter: StyledParameter, value: unknown, draft: Draft): void {
  for (const pairs of printForm(parameter, value)) {
    addCookie(draft, pairs.replaceAll("&", "; "));
  }
}

/** What would end a path segment or a cookie; of a query only the fragment does. */
const ends: Partial<Record<ParameterLocation, RegExp>> = { path: /[/?#]/g, cookie: /[;,&]/g };

/** How the texts of a parameter are encoded: `allowReserved` leaves reserved characters where they end nothing. */
function encoderOf({ allowReserved, in: place }: StyledParameter): (text: unknown) => string {
  return allowReserved
    ? (value) => encodeReserved(textOfScalar(value), ends[place] ?? /#/g)
    : (value) => encodeText(textOfScalar(value));
}

function printInPath(parameter: StyledParameter, value: unknown): string {
  const style = pathStyle(parameter);
  const options = { style, explode: parameter.explode ?? false, allowReserved: true };
  const name = encodeText(parameter.name);
  const encode = encoderOf(parameter);
  if (Array.isArray(value)) {
    return serializeArrayParam(name, presentItems(value).map(encode), options);
  }
  if (isRecord(value)) {
    return serializeObjectParam(name, encodedMembers(value, encode), options);
  }
  const text = encode(value);
  const matrix = text === "" ? `;${name}` : `;${name}=${text}`;
  return { simple: text, label: `.${text}`, matrix }[style];
}

function printForm(parameter: StyledParameter, value: unknown): readonly string[] {
  const { style = "form" } = parameter;
  const explode = parameter.explode ?? style === "form";
  const delimiter = explode ? undefined : delimiters.get(style);
  const name = encodeText(parameter.name);
  const encode = encoderOf(parameter);
  if (!isRecord(value) && !Array.isArray(value)) {
    return [`${name}=${encode(value)}`];
  }
  const items = isRecord(value) ? presentEntries(value).flat() : presentItems(value);
  const texts = items.map(encode);
  if (texts.length === 0) {
    return [];
  }
  if (delimiter !== undefined) {
    return [`${name}=${texts.join(delimiter)}`];
  }
  const options = { style: "form", explode, allowReserved: true } as const;
  return isRecord(value)
    ? [serializeObjectParam(name, encodedMembers(value, encode), options)]
    : [serializeArrayParam(name, texts, options)];
}

function printDeep(
  name: string,
  value: unknown,
  encode: (text: unknown) => string,
): readonly string[] {
  if (Array.isArray(value) || isRecord(value)) {
    return presentEntries(value).flatMap(([key, item]) =>
      printDeep(name + inBrackets(key), item, encode),
    );
  }
  return [`${name}=${encode(value)}`];
}

/** RFC 3986 has no brackets in a query. */
function inBrackets(key: string): string {
  return `%5B${encodeText(key)}%5D`;
}

/** Encoded already: the library encodes values as components only, and keys never. */
function encodedMembers(
  value: Readonly<Record<string, unknown>>,
  encode: (text: unknown) => string,
): Record<string, string> {
  return Object.fromEntries(
    presentEntries(value).map(([key, item]) => [encodeText(key), encode(item)]),
  );
}

function pathStyle({ style }: StyledParameter): "simple" | "label" | "matrix" {
  return style === "label" || style === "matrix" ? style : "simple";
}
