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

/** The tags of a component that has, by `allOf`, a parent with a discriminator, by property. */
export function listInherited(
  document: JsonObject,
  name: string,
): readonly (readonly [string, readonly string[]])[] {
  const schemas = members(follow(document, "#/components/schemas"));
  // Few schemas have a discriminator, and only where one is a parent do the kin matter.
  const tagging = schemas.filter(([, schema]) => member(schema, "discriminator") !== undefined);
  const parents = tagging.filter(([one]) => one !== name && isKin(document, name, one));
  if (parents.length === 0) return [];
  const kin = schemas.map(([one]) => one).filter((one) => isKin(document, one, name));
  return parents.flatMap(([, parent]) => {
    const discriminator = member(parent, "discriminator");
    const property = member(discriminator, "propertyName");
    const branches = kin.map((one) => ({ $ref: `#/components/schemas/${one}` }));
    const tags = branches.flatMap((branch) => listTags(document, discriminator, branch));
    return typeof property === "string" && tags.length > 0 ? [[property, tags] as const] : [];
  });
}

/** Whether what a component describes is also what another does, as `allOf` has it. */
function isKin(document: JsonObject, name: string, other: string, depth = 0): boolean {
  const schema = member(follow(document, "#/components/schemas"), name);
  const parents = items(member(schema, "allOf"))
    .map((part) => member(part, "$ref"))
    .filter((reference) => typeof reference === "string")
    .map(componentName);
  return (
    name === other ||
    (depth < 8 && parents.some((parent) => isKin(document, parent, other, depth + 1)))
  );
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
