/**
 * What a schema says of a property that is absent.
 */
import { isObject } from "../instance.ts";
import { acceptsNames } from "../keywords/assertion.ts";
import type { Position } from "./frame.ts";
import type { ModuleScope } from "./module-scope.ts";

/** Keywords that come first and that no absent value, which reads as `undefined`, can meet. */
const definite: ReadonlySet<string> = new Set(["type", "const", "enum"]);

/** Does the schema require the property? */
export function requires(position: Position, name: string): boolean {
  return position.sites.some(
    ([keyword, { value }]) =>
      keyword.name === "required" && acceptsNames(value) && value.includes(name),
  );
}

/** Does the schema that `properties` has for this name fail for `undefined`? */
export function rejectsAbsence(
  scope: ModuleScope,
  { node, sites }: Position,
  name: string,
): boolean {
  const properties = sites.find(([keyword]) => keyword.name === "properties")?.[1];
  if (!isObject(properties?.value) || !Object.hasOwn(properties.value, name)) return false;
  const { document } = scope.interpreter;
  const seen = new Set<object>();
  let schema = document.findSubschema(node, ["properties", name]);
  while (schema !== undefined && !seen.has(schema)) {
    seen.add(schema);
    const inner = scope.sitesOf(schema);
    if (inner.some(([keyword]) => definite.has(keyword.name))) return true;
    const reference = inner.find(([keyword]) => keyword.name === "$ref")?.[1].value;
    schema = typeof reference === "string" ? document.findReferenced(schema, reference) : undefined;
  }
  return false;
}
