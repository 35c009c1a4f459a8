import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { componentName, follow, items, member, members } from "./schema.ts";

/** The tags with which a discriminator chooses a branch, where the branch does not say otherwise itself. */
export function listTags(
  document: JsonObject,
  discriminator: JsonValue | undefined,
  branch: JsonObject,
): readonly string[] {
  const property = member(discriminator, "propertyName");
  const reference = member(branch, "$ref");
  if (typeof property !== "string" || typeof reference !== "string") return [];
  const name = componentName(reference);
  const isMeant = (to: JsonValue) =>
    to === name || (typeof to === "string" && to.includes("#/") && componentName(to) === name);
  const mapped = members(member(discriminator, "mapping")).filter(([, to]) => isMeant(to));
  const tags = mapped.length > 0 ? mapped.map(([tag]) => tag) : [name];
  const values = listValues(document, branch, property);
  return tags.filter((tag) => values === undefined || values.includes(tag));
}

/** The values that a schema lists for a property; undefined where it lists none. */
function listValues(
  document: JsonObject,
  schema: JsonValue | undefined,
  property: string,
): readonly JsonValue[] | undefined {
  const written = member(member(schema, "properties"), property);
  const declared = listTarget(document, written)[0] ?? written;
  const constant = member(declared, "const");
  const parts = [...items(member(schema, "allOf")), ...listTarget(document, schema)];
  const lists = parts.map((part) => listValues(document, part, property));
  const own = constant === undefined ? member(declared, "enum") : [constant];
  return [own, ...lists].find((list) => Array.isArray(list));
}

function listTarget(document: JsonObject, schema: JsonValue | undefined): readonly JsonValue[] {
  const reference = member(schema, "$ref");
  const target = typeof reference === "string" ? follow(document, reference) : undefined;
  return target === undefined ? [] : [target];
}
