import { serializeArrayParam, serializeObjectParam } from "openapi-fetch";
import { addCookie, type Draft, fillPath } from "./draft.ts";
import { encodePair, encodeText, isRecord, presentEntries, textOfScalar } from "./encode.ts";
import type { StyledParameter } from "./parameter.ts";

/** Encoded as RFC 3986 wants it in a query; the library leaves the bar as it is, and knows neither for objects. */
const delimiters: ReadonlyMap<string, string> = new Map([
  ["spaceDelimited", "%20"],
  ["pipeDelimited", "%7C"],
]);

/** A parameter in a path, in any style of OpenAPI's: `simple`, `label` or `matrix`. */
export function styledPath(parameter: StyledParameter, value: unknown, draft: Draft): void {
  fillPath(draft, parameter.name, printInPath(parameter, value));
}

/** A parameter in a query: `form`, `spaceDelimited` or `pipeDelimited`. Nothing for an empty array or object. */
export function styledQuery(parameter: StyledParameter, value: unknown, draft: Draft): void {
  draft.query.push(...printForm(parameter, value));
}

/** A query parameter in the style `deepObject`: `filter[a][b]=1`. OpenAPI defines one level, servers read more in this form. */
export function deepObject(parameter: StyledParameter, value: unknown, draft: Draft): void {
  const pairs = isRecord(value)
    ? printDeep(encodeText(parameter.name), value)
    : printForm(parameter, value);
  draft.query.push(...pairs);
}

/** A header whose objects are written as `a=1,b=2`: `simple`, exploded. */
export function styledHeader({ name }: StyledParameter, value: unknown, draft: Draft): void {
  const texts = isRecord(value)
    ? presentEntries(value).map(([key, item]) => `${key}=${textOfScalar(item)}`)
    : [value].flat().map(textOfScalar);
  draft.headers[name.toLowerCase()] = texts.join(",");
}

/** A cookie, in the style `form`. */
export function cookie(parameter: StyledParameter, value: unknown, draft: Draft): void {
  for (const pairs of printForm(parameter, value)) {
    addCookie(draft, pairs.replaceAll("&", "; "));
  }
}

function printInPath(parameter: StyledParameter, value: unknown): string {
  const style = pathStyle(parameter);
  const options = { style, explode: parameter.explode ?? false };
  const name = encodeText(parameter.name);
  if (Array.isArray(value)) {
    return serializeArrayParam(name, value.map(textOfScalar), options);
  }
  if (isRecord(value)) {
    return serializeObjectParam(name, encodedMembers(value), options);
  }
  const text = encodeText(textOfScalar(value));
  return { simple: text, label: `.${text}`, matrix: `;${name}=${text}` }[style];
}

function printForm(parameter: StyledParameter, value: unknown): readonly string[] {
  const { style = "form" } = parameter;
  const explode = parameter.explode ?? style === "form";
  const delimiter = explode ? undefined : delimiters.get(style);
  const name = encodeText(parameter.name);
  if (!isRecord(value) && !Array.isArray(value)) {
    return [encodePair(parameter.name, value)];
  }
  const items = isRecord(value) ? presentEntries(value).flat() : value;
  const texts = items.map(textOfScalar);
  if (texts.length === 0) {
    return [];
  }
  if (delimiter !== undefined) {
    return [`${name}=${texts.map(encodeText).join(delimiter)}`];
  }
  const options = { style: "form", explode } as const;
  return isRecord(value)
    ? [serializeObjectParam(name, encodedMembers(value), options)]
    : [serializeArrayParam(name, texts, options)];
}

function printDeep(name: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => printDeep(`${name}[${index}]`, item));
  }
  if (isRecord(value)) {
    return presentEntries(value).flatMap(([key, item]) =>
      printDeep(`${name}[${encodeText(key)}]`, item),
    );
  }
  return [`${name}=${encodeText(textOfScalar(value))}`];
}

/** The library encodes the values and not the keys. */
function encodedMembers(value: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    presentEntries(value).map(([key, item]) => [encodeText(key), textOfScalar(item)]),
  );
}

function pathStyle({ style }: StyledParameter): "simple" | "label" | "matrix" {
  return style === "label" || style === "matrix" ? style : "simple";
}
