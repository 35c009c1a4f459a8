/**
 * Schemas of which it is as fast to look at the parts one by one as to ask about the whole first.
 */
import type { SchemaNode } from "../document/node.ts";
import type { Site } from "../keywords/keyword.ts";
import type { ModuleScope } from "./module-scope.ts";

/** So many properties are looked at as soon as asked for. */
const mostProperties = 4;

/** So deep, and at so many schemas, a list is looked for. */
const deepestList = 8;
const mostSchemas = 64;

/** The keywords of an envelope; any other would have to be asked. */
const plain: ReadonlySet<string> = new Set([
  ...["$ref", "type", "required", "properties", "items", "minItems", "maxItems"],
]);

/** Keywords of items that are worth a question each. */
const structural: ReadonlySet<string> = new Set(["properties", "oneOf", "anyOf", "allOf"]);

/**
 * Is the schema a list of objects, or little more than a property with one? Nearly all the work is
 * in the items then, and each of them is asked on its own: to ask about the list before would do
 * that work twice where an item is invalid.
 */
export function isEnvelope(scope: ModuleScope, node: SchemaNode): boolean {
  return leadsToList({ scope, seen: new Set() }, node, 0);
}

/** A search for a list, and what it has come to. */
interface Search {
  readonly scope: ModuleScope;
  readonly seen: Set<SchemaNode>;
}

function leadsToList(search: Search, node: SchemaNode, depth: number): boolean {
  const { scope, seen } = search;
  if (depth >= deepestList || seen.size >= mostSchemas || seen.has(node)) return false;
  seen.add(node);
  const sites = readSites(scope, node);
  if (![...sites.keys()].every((name) => plain.has(name))) return false;
  const target = findTarget(sites.get("$ref"));
  if (target !== undefined && leadsToList(search, target, depth + 1)) return true;
  const items = sites.get("items")?.findSubschema("items");
  if (items !== undefined) return isStructural(scope, items, depth);
  const properties = sites.get("properties");
  const names = Object.keys(properties?.value ?? {});
  return (
    names.length <= mostProperties &&
    names.some((name) => {
      const inner = properties?.findSubschema("properties", name);
      return inner !== undefined && leadsToList(search, inner, depth + 1);
    })
  );
}

function isStructural(scope: ModuleScope, node: SchemaNode, depth: number): boolean {
  const sites = readSites(scope, node);
  if ([...sites.keys()].some((name) => structural.has(name))) return true;
  const target = findTarget(sites.get("$ref"));
  return target !== undefined && depth < deepestList && isStructural(scope, target, depth + 1);
}

function findTarget(site: Site | undefined): SchemaNode | undefined {
  return typeof site?.value === "string"
    ? site.interpreter.document.findReferenced(site.node, site.value)
    : undefined;
}

/** The keywords that list errors. */
function readSites(scope: ModuleScope, node: SchemaNode): ReadonlyMap<string, Site> {
  const sites = scope.sitesOf(node).filter(({ keyword }) => keyword.tabulate !== undefined);
  return new Map(sites.map((site) => [site.keyword.name, site]));
}
