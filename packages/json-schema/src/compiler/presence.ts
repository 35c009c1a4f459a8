/**
 * What a schema says of a property that is absent.
 */
import { isJsonObject } from "../json.ts";
import { acceptsNames } from "../keywords/assertion.ts";
import type { Position } from "./frame.ts";
import type { ModuleScope, Sites } from "./module-scope.ts";

/** Keywords that come first and that no absent value, which reads as `undefined`, can meet. */
const definite: ReadonlySet<string> = new Set(["type", "const", "enum"]);

/** So many references are followed at most: they can lead around. */
const mostReferences = 16;

const none: ReadonlySet<string> = new Set();

/** The properties that a schema with these keywords requires. */
export function readRequired(sites: Sites): ReadonlySet<string> {
  const value = sites.find(({ keyword }) => keyword.name === "required")?.value;
  return value !== undefined && acceptsNames(value) ? new Set(value) : none;
}

/** Does the schema that `properties` has for this name fail for `undefined`? */
export function rejectsAbsence(
  scope: ModuleScope,
  { node, sites }: Position,
  name: string,
): boolean {
  const properties = sites.find(({ keyword }) => keyword.name === "properties");
  if (!isJsonObject(properties?.value) || !Object.hasOwn(properties.value, name)) return false;
  const { document } = scope.interpreter;
  let schema = document.findSubschema(node, ["properties", name]);
  for (let count = 0; schema !== undefined && count < mostReferences; count += 1) {
    const inner = scope.sitesOf(schema);
    if (inner.some(({ keyword }) => definite.has(keyword.name))) return true;
    const reference = inner.find(({ keyword }) => keyword.name === "$ref")?.value;
    schema = typeof reference === "string" ? document.findReferenced(schema, reference) : undefined;
  }
  return false;
}
