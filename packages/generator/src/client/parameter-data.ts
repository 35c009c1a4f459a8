import type { Parameter } from "@truespec/openapi";
import type { KeyedParameter } from "../names/parameters.ts";
import { type Code, data, object, runtime } from "./code.ts";

/**
 * A parameter as the runtime reads it: its name alone, where that and the path say all; otherwise an
 * object, without OpenAPI's defaults for the location and the function that would write them.
 */
export function parameterData({ key, parameter }: KeyedParameter, path: string): Code {
  const { name, in: place, style, explode, mediaType } = parameter;
  const write = findWriter(parameter);
  // What a fragment names is not sent, and is no query either.
  const [sent = ""] = path.split("#", 1);
  const implied = sent.includes(`{${name}}`) ? "path" : "query";
  if (place === implied && key === name && write === undefined) {
    return data(name);
  }
  const isWhole = place === "querystring" && mediaType !== undefined;
  return object([
    ["name", data(name)],
    ["in", data(place)],
    ["key", key === name ? undefined : data(key)],
    ["write", write === undefined ? undefined : runtime(write)],
    ["style", isStyleImplied(parameter, write) ? undefined : data(style)],
    ["explode", isExplodeImplied(parameter, write) ? undefined : data(explode)],
    ["allowReserved", isReserved(parameter) ? data(true) : undefined],
    ["mediaType", isWhole ? data(mediaType) : undefined],
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
  if (place === "querystring") {
    return "wholeQuery";
  }
  if (mediaType !== undefined) {
    return "jsonParameter";
  }
  const isPlain =
    style === defaultStyle(parameter) && explode === (style === "form") && !isReserved(parameter);
  switch (place) {
    case "path":
      return isPlain ? undefined : "styledPath";
    case "query":
      return isPlain ? undefined : style === "deepObject" ? "deepObject" : "styledQuery";
    case "header":
      return explode ? "styledHeader" : undefined;
    case "cookie":
      return style === "cookie" ? "plainCookie" : "cookie";
  }
}

/** Nothing is encoded in a header, and a cookie could end at what is reserved. */
function isReserved({ allowReserved, in: place, mediaType }: Parameter): boolean {
  return allowReserved && mediaType === undefined && (place === "path" || place === "query");
}

function defaultStyle({ in: place }: Parameter): string {
  return place === "path" || place === "header" ? "simple" : "form";
}
