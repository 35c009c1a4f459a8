import type { SchemaNode } from "../document/node.ts";
import { hasMember } from "../instance.ts";
import type { Tags } from "../interpreter/tags.ts";
import { isJsonObject, type JsonValue } from "../json.ts";
import { parsePointer } from "../json-pointer.ts";
import type { Keyword, Site } from "./keyword.ts";
import { annotateValue } from "./metadata.ts";

/**
 * `discriminator` of OpenAPI 3.1, section 4.8.25: an annotation, which never changes what is valid.
 * Beside `oneOf` or `anyOf` it says whose errors are told where the instance meets no branch.
 */
export const discriminator: Keyword = {
  ...{ name: "discriminator", vocabulary: "annotation", target: "any" },
  expects: "an object with a `propertyName`",
  accepts: (value) => isJsonObject(value) && typeof value["propertyName"] === "string",
  annotate: annotateValue,
};

/** The tags that the `discriminator` beside a union gives its branches; undefined where there is none. */
export function findTags({ schema }: Site, branches: readonly SchemaNode[]): Tags | undefined {
  const value = hasMember(schema, "discriminator") ? schema["discriminator"] : undefined;
  const property = isJsonObject(value) ? value["propertyName"] : undefined;
  if (!isJsonObject(value) || typeof property !== "string") return undefined;
  const mapping = isJsonObject(value["mapping"]) ? Object.entries(value["mapping"]) : [];
  const mapped = new Set(mapping.map(([tag]) => tag));
  const tagsOf = new Map<JsonValue, string[]>();
  for (const [tag, target] of mapping) {
    const known = tagsOf.get(target);
    if (known === undefined) tagsOf.set(target, [tag]);
    else known.push(tag);
  }
  const tags = branches.flatMap((branch, index) => {
    const names = namesOf(branch);
    const explicit = names.flatMap((name) => tagsOf.get(name) ?? []);
    // The name of a schema is a tag too, unless the mapping means another one by it.
    const implicit = names.slice(1).filter((name) => !mapped.has(name));
    return [...explicit, ...implicit].map((tag) => [tag, index] as const);
  });
  return tags.length === 0 ? undefined : { property, branches: tags };
}

/** How a mapping names a branch: its reference, or the last part of it. */
function namesOf({ schema }: SchemaNode): readonly string[] {
  const reference = isJsonObject(schema) ? schema["$ref"] : undefined;
  if (typeof reference !== "string") return [];
  const name = /#\/(.+)$/.exec(reference)?.[1];
  return [reference, ...(name === undefined ? [] : parsePointer(`/${name}`).slice(-1))];
}
