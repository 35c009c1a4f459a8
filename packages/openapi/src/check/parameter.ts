import { findMember, type JsonObject } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import { parameterPlaces } from "../build/parameter.ts";
import { isToken } from "../build/path-item.ts";
import { resolveObject } from "../build/resolve.ts";
import { arrayMember, findString, objectMember } from "../json/json-value.ts";
import { checkWord, fault, type ValueFault } from "./value-fault.ts";

/**
 * What a parameter says that has no meaning in its place.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#parameter-object
 */
export function checkParameter(
  parameter: JsonObject,
  document: JsonObject,
): readonly (ValueFault | undefined)[] {
  const place = findString(parameter, "in");
  const name = findString(parameter, "name") ?? "";
  const faults = [
    checkReserved(parameter, document),
    checkWord(parameter, "in", parameterPlaces),
    checkWord(parameter, "style", stylesIn.get(place ?? "") ?? styles),
    checkContent(parameter),
  ];
  if (place === "header") faults.push(checkHeaderName(name, "name"));
  if (place === "path" && /[{}]/.test(name)) {
    faults.push(fault(parameter, "name", "a path cannot name it between its braces"));
  }
  if (place === "querystring") {
    for (const key of ["schema", "style", "explode"]) {
      faults.push(fault(parameter, key, "a whole query string is described by `content`"));
    }
  }
  return faults;
}

/** @see https://spec.openapis.org/oas/v3.2.0.html#style-values */
const stylesIn: ReadonlyMap<string, readonly string[]> = new Map([
  ["path", ["matrix", "label", "simple"]],
  ["query", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]],
  ["header", ["simple"]],
  ["cookie", ["form", "cookie"]],
]);

const styles: readonly string[] = [...new Set([...stylesIn.values()].flat())];

/** More media types than the one that may describe a parameter or a header. */
export function checkContent(holder: JsonObject): ValueFault | undefined {
  const [, ...others] = Object.keys(objectMember(holder, "content"));
  return others.length === 0
    ? undefined
    : fault(holder, "content", "it describes one media type, and all but the first were left out");
}

/** Until OpenAPI 3.2, only the query could do without percent escapes; 3.0 forbids nobody to say so. */
function checkReserved(parameter: JsonObject, document: JsonObject): ValueFault | undefined {
  if (!Object.hasOwn(parameter, "allowReserved")) return undefined;
  const version = String(findMember(document, "openapi"));
  const isNew = !/^3\.[01](?:\.|$)/.test(version);
  if (/^3\.0(?:\.|$)/.test(version) && parameter["allowReserved"] === false) return undefined;
  const place = findString(parameter, "in") ?? "";
  const isForm = place === "cookie" && (findString(parameter, "style") ?? "form") === "form";
  if (place === "query" || (isNew && (place === "path" || isForm))) return undefined;
  return fault(parameter, "allowReserved", "it has no meaning here");
}

/** The fault of a header's name: of the field `name`, or of a key of `headers`. */
export function checkHeaderName(name: string, key: string): ValueFault | undefined {
  if (isToken(name)) return undefined;
  const below = key === "name" ? "/name" : appendKey("/headers", name);
  return { below, what: `The header ${JSON.stringify(name)}`, why: "no header may be called so" };
}

/** One query string describes the whole query, so nothing else may. */
export function checkQueryStrings(holder: JsonObject, document: JsonObject): readonly ValueFault[] {
  const places = arrayMember(holder, "parameters").map((value) =>
    findString(resolveObject(document, value, "")?.value, "in"),
  );
  const count = places.filter((place) => place === "querystring").length;
  if (count === 0 || (count === 1 && !places.includes("query"))) return [];
  const why = "one with `in: querystring` describes the whole query, and stands alone";
  return [{ below: "/parameters", what: "`parameters`", why }];
}
