import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { follow } from "../../follow.ts";
import { asObject, items, members } from "../../types/prepare/pointer.ts";

/** A property of a list's data, or one level below it. */
export interface Field {
  readonly path: readonly string[];
  readonly schema: JsonObject;
}

/** The properties of a schema and of all that it is composed from, and theirs one level below. */
export function listFields(document: JsonObject, schema: JsonObject): readonly Field[] {
  const fields = propertiesOf(document, schema, 0).map(
    ([name, value]): Field => ({ path: [name], schema: value }),
  );
  const inner = fields.flatMap(({ path, schema: outer }) =>
    propertiesOf(document, outer, 0).map(
      ([name, value]): Field => ({ path: [...path, name], schema: value }),
    ),
  );
  return [...fields, ...inner];
}

/** Whether a schema allows a type; one that names none allows each. */
export function allows(schema: JsonObject, ...types: readonly string[]): boolean {
  const written = [schema, ...alternativesOf(schema)].flatMap((one) =>
    [one["type"] ?? [], items(one["type"])].flat(),
  );
  return written.length === 0 || written.some((type) => types.includes(String(type)));
}

/** Without what languages and styles make different: `page[cursor]` and `pageCursor` are one. */
export function normalize(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function alternativesOf(schema: JsonObject): readonly JsonObject[] {
  const alternatives = [...items(schema["oneOf"]), ...items(schema["anyOf"])].map(asObject);
  return alternatives.filter((one) => one !== undefined);
}

/** So deep are schemas composed of others. */
const deepest = 5;

function propertiesOf(
  document: JsonObject,
  schema: JsonObject,
  depth: number,
): readonly (readonly [string, JsonObject])[] {
  const own = members(schema["properties"]).map(
    ([name, value]) => [name, followed(document, value)] as const,
  );
  const parts: readonly JsonValue[] = depth < deepest ? items(schema["allOf"]) : [];
  return [
    ...own,
    ...parts.flatMap((part) => propertiesOf(document, followed(document, part), depth + 1)),
  ];
}

function followed(document: JsonObject, node: JsonValue): JsonObject {
  return follow(document, asObject(node)) ?? {};
}
