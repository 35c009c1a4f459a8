/**
 * Which keywords a schema node has.
 */
import type { SchemaNode } from "../document/node.ts";
import { isEnabled } from "../document/vocabulary.ts";
import { hasMember } from "../instance.ts";
import { isJsonObject } from "../json.ts";
import { catalogue } from "../keywords/catalogue.ts";
import type { Keyword, Site } from "../keywords/keyword.ts";
import type { Interpreter } from "./interpreter.ts";
import { openSite, readKeyword } from "./site.ts";

/**
 * The keywords of a node that are well-formed, in the catalogue's order; those that nobody asks for
 * are looked at for their faults alone.
 */
export function openSites(
  interpreter: Interpreter,
  node: SchemaNode,
  isAsked: (keyword: Keyword) => boolean = () => true,
): readonly Site[] {
  const { schema } = node;
  if (!isJsonObject(schema)) return [];
  const found: number[] = [];
  for (const name in schema) {
    const known = ranks.get(name);
    if (known !== undefined && hasMember(schema, name)) found.push(...known);
  }
  if (!isAscending(found)) found.sort((a, b) => a - b);
  const sites: Site[] = [];
  for (const rank of found) {
    const keyword = catalogue[rank];
    if (keyword === undefined) continue;
    if (!isEnabled(interpreter.document, node, keyword.vocabulary)) continue;
    const site = isAsked(keyword)
      ? openSite(interpreter, node, keyword)
      : void readKeyword(interpreter, node, keyword);
    if (site !== undefined) sites.push(site);
  }
  return sites;
}

/** Is there a keyword of this name, well-formed or not? */
export function isKeyword(name: string): boolean {
  return ranks.has(name);
}

/** Is what a node has by this name well-formed, as one of the keywords of the name? */
export function isWellFormed(interpreter: Interpreter, node: SchemaNode, name: string): boolean {
  const value = isJsonObject(node.schema) ? node.schema[name] : undefined;
  if (value === undefined) return false;
  return (ranks.get(name) ?? []).some((rank) => {
    const keyword = catalogue[rank];
    if (keyword === undefined || !keyword.accepts(value)) return false;
    return isEnabled(interpreter.document, node, keyword.vocabulary);
  });
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((one, index) => index === 0 || one > (numbers[index - 1] ?? 0));
}

/** Where in the catalogue the keywords of a name are. */
const ranks: ReadonlyMap<string, readonly number[]> = new Map(
  catalogue.map(({ name }) => [
    name,
    [...catalogue.keys()].filter((rank) => catalogue[rank]?.name === name),
  ]),
);
