import { isJsonObject, type JsonObject, type JsonValue } from "@truespec/json-schema/json";
import { appendKey, localPointer, resolvePointer } from "@truespec/json-schema/json-pointer";

/** A schema and where it stands in the composed description. */
export interface DescribedSchema {
  readonly pointer: string;
  readonly schema: JsonObject;
}

/** The schemas that may apply in place, each once. */
export function unfold(
  document: JsonObject,
  pointers: readonly string[],
): readonly DescribedSchema[] {
  const schemas: DescribedSchema[] = [];
  // It grows while it is walked.
  const reached = new Set(pointers);
  for (const pointer of reached) {
    const schema = resolvePointer(document, pointer);
    if (!isJsonObject(schema)) continue;
    schemas.push({ pointer, schema });
    for (const next of inPlace({ pointer, schema })) reached.add(next);
  }
  return schemas;
}

function inPlace({ pointer, schema }: DescribedSchema): readonly string[] {
  const { $ref } = schema;
  const referred = typeof $ref === "string" ? localPointer($ref) : undefined;
  const lists = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const list = schema[keyword];
    return Array.isArray(list) ? list.map((_, index) => `${pointer}/${keyword}/${index}`) : [];
  });
  const branches = ["then", "else"].filter((keyword) => Object.hasOwn(schema, keyword));
  return [
    ...(referred === undefined ? [] : [referred]),
    ...lists,
    ...branches.map((keyword) => `${pointer}/${keyword}`),
  ];
}

/** The fields that schemas name, with the pointers of their schemas. */
export function fieldsOf(
  schemas: readonly DescribedSchema[],
): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const { pointer, schema } of schemas) {
    const { properties } = schema;
    if (!isJsonObject(properties)) continue;
    for (const [name, field] of Object.entries(properties)) {
      if (field === false) continue;
      const at = appendKey(`${pointer}/properties`, name);
      fields.set(name, [...(fields.get(name) ?? []), at]);
    }
  }
  return fields;
}

/** Pointers of the schemas of items and of fields without a name of their own. */
export function anyFieldsOf(schemas: readonly DescribedSchema[]): readonly string[] {
  return schemas.flatMap(({ pointer, schema }) => [
    ...["items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems"]
      .filter((keyword) => isJsonObject(schema[keyword]))
      .map((keyword) => `${pointer}/${keyword}`),
    ...keysOf(schema["prefixItems"]).map((key) => `${pointer}/prefixItems/${key}`),
    ...keysOf(schema["patternProperties"]).map((key) =>
      appendKey(`${pointer}/patternProperties`, key),
    ),
  ]);
}

function keysOf(value: JsonValue | undefined): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
