import { isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { findBelow, resolvePointer } from "@truespec/json-schema/json-pointer";
import { isSwagger } from "../grammar/walk.ts";

/** Swagger 2.0 keeps its components at the root. */
const swaggerKeys = new Map([
  ["schemas", "definitions"],
  ["parameters", "parameters"],
  ["responses", "responses"],
]);

/** The keys from the root of a document to one section of its components. */
export function sectionKeys(root: JsonValue, section: string): readonly string[] {
  const key = isSwagger(root) ? swaggerKeys.get(section) : undefined;
  return key === undefined ? ["components", section] : [key];
}

/** The sections that the components of a document have. */
export function listSections(root: JsonValue): readonly string[] {
  if (isSwagger(root)) return [...swaggerKeys.keys()];
  const components = resolvePointer(root, "/components");
  return isJsonObject(components) ? Object.keys(components) : [];
}

/** The components of a section, by name. */
export function sectionMembers(
  root: JsonValue,
  section: string,
): readonly (readonly [string, JsonValue])[] {
  const members = findBelow(root, sectionKeys(root, section));
  return isJsonObject(members) ? Object.entries(members) : [];
}
