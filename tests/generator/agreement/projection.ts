import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { asObject, componentName, follow, items, listTypes, member, members } from "./schema.ts";
import { listInherited, listTags } from "./tags.ts";

/**
 * A document whose component schemas say what TypeScript can say of those of `document`, and no more:
 * the oracle for types, written without the generator.
 *
 * Left out are bounds, lengths, patterns, formats, `not`, conditions and counts; `oneOf` is `anyOf`,
 * an integer a number, and names beside listed ones are open. Added is what the types state beyond JSON
 * Schema, on purpose: the type that the keywords of a schema without one mean, and the tags of a
 * discriminator.
 */
export function project(document: JsonObject, strictness: Strictness = "structure"): JsonObject {
  const projected = new Map<string, JsonValue>();
  const queue = members(follow(document, "#/components/schemas")).map(
    ([name]) => `#/components/schemas/${encode(name)}`,
  );
  const state: Projection = { document, strictness, queue };
  for (const reference of queue) {
    if (!projected.has(componentName(reference))) {
      const schema = projectSchema(state, follow(document, reference) ?? true);
      projected.set(componentName(reference), inherit(state, componentName(reference), schema));
    }
  }
  return { openapi: "3.1.0", components: { schemas: Object.fromEntries(projected) } };
}

/**
 * Whether to judge by what JSON Schema says to the letter, by the structure that is meant, or as
 * TypeScript does beyond that: it refuses an object that has none of the properties of a type in which
 * all are optional, as a probable mistake, and takes an array for an object with a `length`.
 */
export type Strictness = "literal" | "structure" | "TypeScript";

interface Projection {
  readonly document: JsonObject;
  readonly strictness: Strictness;
  /** References still to be projected. */
  readonly queue: string[];
}

function encode(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function projectSchema(state: Projection, schema: JsonValue): JsonValue {
  const written = asObject(schema);
  if (written === undefined) return schema;
  const own = projectOwn(state, written);
  const parts = [own, ...projectCompositions(state, written)];
  const [only, ...others] = parts;
  return others.length === 0 && only !== undefined ? only : { allOf: parts };
}

function projectCompositions(state: Projection, schema: JsonObject): readonly JsonValue[] {
  const reference = member(schema, "$ref");
  const parts: JsonValue[] = [];
  if (typeof reference === "string") {
    state.queue.push(reference);
    parts.push({ $ref: `#/components/schemas/${encode(componentName(reference))}` });
  }
  parts.push(...items(member(schema, "allOf")).map((item) => projectSchema(state, item)));
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = items(member(schema, keyword));
    if (branches.length > 0) {
      parts.push({ anyOf: branches.map((branch) => projectBranch(state, schema, branch)) });
    }
  }
  return parts;
}

function projectOwn(state: Projection, schema: JsonObject): JsonObject {
  const types = listTypes(schema).map((type) => (type === "integer" ? "number" : type));
  const meant = types.length > 0 || state.strictness === "literal" ? types : inferTypes(schema);
  const open = isOpen(schema);
  return {
    ...(Object.hasOwn(schema, "const") ? { const: member(schema, "const") ?? null } : {}),
    ...(Array.isArray(member(schema, "enum")) && !open
      ? { enum: items(member(schema, "enum")) }
      : {}),
    ...(meant.length > 0 ? { type: meant } : {}),
    ...(Array.isArray(member(schema, "required"))
      ? { required: items(member(schema, "required")) }
      : {}),
    ...projectObject(state, schema),
    ...(state.strictness === "TypeScript" ? judgeAsTypeScript(schema) : {}),
    ...projectArray(state, schema),
  };
}

function judgeAsTypeScript(schema: JsonObject): JsonObject {
  const names = members(member(schema, "properties")).map(([name]) => name);
  const isArrayLike = names.some((name) => name in Array.prototype);
  const isStrong = items(member(schema, "required")).length > 0 || names.length === 0;
  const holdsOne = names.map((name) => ({ required: [name] }));
  return {
    ...(isArrayLike ? { type: ["object", "array"] } : {}),
    ...(isStrong
      ? {}
      : { anyOf: [{ maxProperties: 0 }, { not: { type: "object" } }, ...holdsOne] }),
  };
}

function projectObject(state: Projection, schema: JsonObject): JsonObject {
  const properties = members(member(schema, "properties"));
  const additional = member(schema, "additionalProperties");
  const patterns = members(member(schema, "patternProperties")).map(([, value]) => value);
  const isListed = properties.length > 0 || items(member(schema, "required")).length > 0;
  const parts = [...patterns, ...(asObject(additional) === undefined ? [] : [additional ?? true])];
  const isClosed = additional === false && patterns.length === 0;
  const isComposed = ["$ref", "allOf", "anyOf", "oneOf"].some((key) => Object.hasOwn(schema, key));
  const stated =
    !isListed &&
    (asObject(additional) !== undefined || additional === false) &&
    !(isClosed && isComposed);
  return {
    ...(properties.length === 0
      ? {}
      : {
          properties: Object.fromEntries(
            properties.map(([name, value]) => [name, projectSchema(state, value)]),
          ),
        }),
    ...(stated
      ? {
          additionalProperties: isClosed
            ? false
            : { anyOf: parts.map((part) => projectSchema(state, part)) },
        }
      : {}),
  };
}

function projectArray(state: Projection, schema: JsonObject): JsonObject {
  const prefix = items(member(schema, "prefixItems"));
  const rest = member(schema, "items");
  const minimum = member(schema, "minItems");
  return {
    ...(rest === undefined ? {} : { items: projectSchema(state, rest) }),
    ...(prefix.length === 0
      ? {}
      : {
          prefixItems: prefix.map((item) => projectSchema(state, item)),
          minItems: Math.min(typeof minimum === "number" ? minimum : 0, prefix.length),
        }),
  };
}

/** Where `type` is left out, the keywords of one type mean that type. */
function inferTypes(schema: JsonObject): readonly string[] {
  const has = (...names: readonly string[]) => names.some((name) => Object.hasOwn(schema, name));
  if (has("enum", "const")) return [];
  if (has("properties", "patternProperties", "required")) return ["object"];
  if (asObject(member(schema, "additionalProperties")) !== undefined) return ["object"];
  if (has("items", "prefixItems")) return ["array"];
  return member(schema, "format") === "binary" ? ["string"] : [];
}

/** Whether an extension says that strings beside the listed ones may come. */
function isOpen(schema: JsonObject): boolean {
  const declared =
    member(schema, "x-speakeasy-unknown-values") === "allow" ||
    member(schema, "x-extensible-enum") !== undefined ||
    member(member(schema, "x-ms-enum"), "modelAsString") === true;
  const values = items(member(schema, "enum"));
  return declared && values.every((value) => typeof value === "string" || value === null);
}

/** A child of a parent with a discriminator has the tags that choose it. */
function inherit({ document, strictness }: Projection, name: string, schema: JsonValue): JsonValue {
  const inherited = strictness === "literal" ? [] : listInherited(document, name);
  const parts = inherited.map(([property, tags]) => ({
    properties: Object.fromEntries([[property, { enum: tags }]]),
  }));
  return parts.length === 0 ? schema : { allOf: [schema, ...parts] };
}

function projectBranch(state: Projection, schema: JsonObject, branch: JsonValue): JsonValue {
  const projected = projectSchema(state, branch);
  const discriminator = member(schema, "discriminator");
  const property = member(discriminator, "propertyName");
  const tags = listTags(state.document, discriminator, asObject(branch) ?? {});
  if (tags.length === 0 || typeof property !== "string" || state.strictness === "literal") {
    return projected;
  }
  return { allOf: [projected, { properties: Object.fromEntries([[property, { enum: tags }]]) }] };
}
