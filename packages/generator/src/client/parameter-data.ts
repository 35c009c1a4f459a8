import type { JsonObject } from "@truespec/json-schema";
import type { Description, Parameter } from "@truespec/openapi";
import { resolveAt } from "../follow.ts";
import { bodyKind } from "../media-type.ts";
import type { KeyedParameter } from "../names/parameters.ts";
import { type Code, data, object, runtime } from "./code.ts";
import { queryParts } from "./part-data.ts";

/**
 * A parameter as the runtime reads it: its name alone, where that and the path say all; otherwise an
 * object, without OpenAPI's defaults for the location and the function that would write them.
 */
export function parameterData(
  { document }: Pick<Description, "document">,
  { key, parameter }: KeyedParameter,
  path: string,
): Code {
  const { name, in: place, style, explode } = parameter;
  const write = findWriter(parameter);
  // What a fragment names is not sent, and is no query either.
  const [sent = ""] = path.split("#", 1);
  const implied = sent.includes(`{${name}}`) ? "path" : "query";
  if (place === implied && key === name && write === undefined) {
    return data(name);
  }
  return object([
    ["name", data(name)],
    ["in", data(place)],
    ["key", key === name ? undefined : data(key)],
    ["write", write === undefined ? undefined : runtime(write)],
    ["style", isStyleImplied(parameter, write) ? undefined : data(style)],
    ["explode", isExplodeImplied(parameter, write) ? undefined : data(explode)],
    ["allowReserved", isReserved(parameter) ? data(true) : undefined],
    ["parts", write === "formQuery" ? formParts(document, parameter) : undefined],
  ]);
}

function isStyleImplied(parameter: Parameter, write: string | undefined): boolean {
  return (
    write === undefined || write === "plainCookie" || parameter.style === defaultStyle(parameter)
  );
}

function isExplodeImplied({ style, explode }: Parameter, write: string | undefined): boolean {
  return write === undefined || explode === (style === "form" || style === "cookie");
}

/** The runtime's function that writes a parameter; undefined for what it does by itself. */
function findWriter(parameter: Parameter): string | undefined {
  const { in: place, style, explode, mediaType } = parameter;
  const kind = mediaType === undefined ? undefined : bodyKind(mediaType);
  const isText = kind === "text" || kind === "binary";
  if (kind !== undefined && !isText) {
    return place === "querystring" && kind === "form" ? "formQuery" : "jsonParameter";
  }
  const isPlain =
    isText ||
    (style === defaultStyle(parameter) && explode === (style === "form") && !isReserved(parameter));
  switch (place) {
    case "path":
      return isPlain ? undefined : "styledPath";
    case "query":
      return isPlain ? undefined : style === "deepObject" ? "deepObject" : "styledQuery";
    case "querystring":
      return "wholeQuery";
    case "header":
      return isPlain || !explode ? undefined : "styledHeader";
    case "cookie":
      return isText || style === "cookie" ? "plainCookie" : "cookie";
  }
}

/** How the members of a query string that is a form are written. */
function formParts(
  document: JsonObject,
  { encodings, schemaPointer }: Parameter,
): Code | undefined {
  const schema = schemaPointer === undefined ? undefined : resolveAt(document, schemaPointer);
  return queryParts({ document, mediaType: "", encodings, schema });
}

/** Nothing is encoded in a header, nor in a cookie of the style `cookie`. */
function isReserved({ allowReserved, in: place, mediaType, style }: Parameter): boolean {
  const isEncoded =
    place === "path" || place === "query" || (place === "cookie" && style === "form");
  return allowReserved && mediaType === undefined && isEncoded;
}

function defaultStyle({ in: place }: Parameter): string {
  return place === "path" || place === "header" ? "simple" : "form";
}
