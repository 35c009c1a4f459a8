import {
  findMember,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { appendKey, localPointer, splitPointer } from "@truespec/json-schema/json-pointer";
import { arrayMember, findString, objectMember } from "../json/json-value.ts";
import type { SecurityRequirement, SecurityScheme } from "../model/model.ts";
import { resolveObject } from "./resolve.ts";

/** The security alternatives that an object states; undefined when it inherits them. */
export function buildSecurity(
  document: JsonObject,
  holder: JsonObject,
): readonly (readonly SecurityRequirement[])[] | undefined {
  if (!Object.hasOwn(holder, "security") || !isJsonArray(holder["security"])) return undefined;
  return arrayMember(holder, "security").flatMap((alternative) =>
    isJsonObject(alternative) ? [buildAlternative(document, alternative)] : [],
  );
}

/**
 * The name of the security scheme that a requirement names: as it is, or by its URI, which OpenAPI 3.2
 * allows. What is the name of a component is one.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#security-requirement-object
 */
export function findSchemeName(document: JsonObject, named: string): string {
  const schemes = objectMember(objectMember(document, "components"), "securitySchemes");
  if (Object.hasOwn(schemes, named)) return named;
  const [components, section, name, ...rest] = splitPointer(localPointer(named) ?? "");
  const isScheme = components === "components" && section === "securitySchemes";
  return isScheme && name !== undefined && rest.length === 0 ? name : named;
}

function buildAlternative(document: JsonObject, alternative: JsonObject): SecurityRequirement[] {
  return Object.entries(alternative).map(([named, scopes]) => ({
    scheme: findSchemeName(document, named),
    scopes: isJsonArray(scopes) ? scopes.filter((scope) => typeof scope === "string") : [],
  }));
}

/** `components.securitySchemes`, in document order. */
export function buildSecuritySchemes(document: JsonObject): SecurityScheme[] {
  const schemes = objectMember(objectMember(document, "components"), "securitySchemes");
  return Object.entries(schemes).flatMap(([name, value]) => {
    const found = resolveObject(document, value, "");
    return found === undefined ? [] : [buildScheme(name, found.value)];
  });
}

function buildScheme(name: string, value: JsonValue): SecurityScheme {
  const about = {
    name,
    pointer: appendKey("/components/securitySchemes", name),
    description: findString(value, "description"),
    deprecated: findMember(value, "deprecated") === true,
  };
  const kind = findString(value, "type");
  const place = findString(value, "in");
  const parameter = findString(value, "name");
  if (kind === "http") {
    return { kind, ...about, scheme: (findString(value, "scheme") ?? "").toLowerCase() };
  }
  if (kind === "apiKey" && parameter !== undefined && isKeyPlace(place)) {
    return { kind, ...about, in: place, parameter };
  }
  const isKnown = kind === "oauth2" || kind === "openIdConnect" || kind === "mutualTLS";
  return { kind: isKnown ? kind : "unknown", ...about };
}

/** Where an API key may be: the values of `in`. */
export const keyPlaces = ["query", "header", "cookie"] as const;

function isKeyPlace(place: string | undefined): place is (typeof keyPlaces)[number] {
  return keyPlaces.some((one) => one === place);
}
