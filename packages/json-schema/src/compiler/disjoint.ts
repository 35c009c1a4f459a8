/**
 * Proofs that no instance meets two schemas.
 */
import type { SchemaNode } from "../document/node.ts";
import { type InstanceType, instanceType } from "../instance.ts";
import { acceptsUnlisted } from "../interpreter/conventions.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { openSites } from "../interpreter/open-sites.ts";
import { isJsonArray, isJsonObject, type JsonValue } from "../json.ts";
import { acceptsNames } from "../keywords/assertion.ts";
import { acceptsTypes, readTypes } from "../keywords/type.ts";

/** More branches are not compared: the proof takes their square. */
const mostBranches = 64;

/**
 * Is it proved that no instance meets two of these schemas? By their types, by their `const` or
 * `enum`, or by such a one of a property that all require. False means that nothing is known.
 */
export function areDisjoint(interpreter: Interpreter, branches: readonly SchemaNode[]): boolean {
  if (branches.length > mostBranches) return haveOwnValues(interpreter, branches);
  const known = branches.map((branch) => readKnowledge(interpreter, branch));
  return known.every((one, index) => known.slice(0, index).every((other) => isApart(one, other)));
}

/** The proof for any number of branches: each lists its values, none of which another one lists. */
function haveOwnValues(interpreter: Interpreter, branches: readonly SchemaNode[]): boolean {
  const seen = new Set<JsonValue>();
  return branches.every((branch) => {
    const { values } = readKnowledge(interpreter, branch);
    const own = [...(values ?? [])].filter((value) => !seen.has(value));
    for (const value of own) seen.add(value);
    return values !== undefined && own.length === values.size;
  });
}

/** What every instance of a schema is: one of these types, one of these values. */
export interface Knowledge {
  readonly types: ReadonlySet<InstanceType> | undefined;
  readonly values: ReadonlySet<JsonValue> | undefined;
  readonly required: ReadonlyMap<string, Knowledge>;
}

function isApart(a: Knowledge, b: Knowledge): boolean {
  if (a.types && b.types && isSetApart(a.types, b.types)) return true;
  if (a.values && b.values && isSetApart(a.values, b.values)) return true;
  if (!isObjectOnly(a) && !isObjectOnly(b)) return false;
  return [...a.required].some(([name, one]) => {
    const other = b.required.get(name);
    return other !== undefined && isApart(one, other);
  });
}

function isSetApart(a: ReadonlySet<JsonValue>, b: ReadonlySet<JsonValue>): boolean {
  return [...a].every((value) => !b.has(value));
}

/** Is every instance an object? */
export function isObjectOnly({ types }: Knowledge): boolean {
  return types?.size === 1 && types.has("object");
}

/** Reads a schema and what it refers to; `allOf` and others would only add to what is known. */
export function readKnowledge(interpreter: Interpreter, node: SchemaNode, depth = 0): Knowledge {
  const sites = new Map(
    openSites(interpreter, node)
      .filter(
        ({ keyword, schema }) => keyword.name !== "enum" || !acceptsUnlisted(interpreter, schema),
      )
      .map(({ keyword, value }) => [keyword.name, value]),
  );
  const types = readTypeSet(sites.get("type"));
  const values = readValueSet(sites.get("const"), sites.get("enum"));
  const required = new Map<string, Knowledge>();
  const names = sites.get("required") ?? [];
  const properties = sites.get("properties");
  if (depth < 2 && acceptsNames(names) && isJsonObject(properties)) {
    for (const name of names.filter((one) => Object.hasOwn(properties, one))) {
      const inner = interpreter.document.findSubschema(node, ["properties", name]);
      if (inner !== undefined) required.set(name, readKnowledge(interpreter, inner, depth + 1));
    }
  }
  const own = { types, values, required };
  const reference = sites.get("$ref");
  const target =
    typeof reference === "string" && depth < 8
      ? interpreter.document.findReferenced(node, reference)
      : undefined;
  return target === undefined ? own : merge(own, readKnowledge(interpreter, target, depth + 1));
}

function merge(own: Knowledge, other: Knowledge): Knowledge {
  return {
    types: own.types ?? other.types,
    values: own.values ?? other.values,
    required: new Map([...other.required, ...own.required]),
  };
}

/** `number` allows integers, so it stands for both. */
function readTypeSet(value: JsonValue | undefined): Knowledge["types"] {
  if (value === undefined || !acceptsTypes(value)) return undefined;
  const types = readTypes(value);
  return new Set(types.includes("number") ? [...types, "integer"] : types);
}

/** Values that compare by `===`; an array or object among them, and nothing is known. */
function readValueSet(
  constant: JsonValue | undefined,
  allowed: JsonValue | undefined,
): Knowledge["values"] {
  const values = constant !== undefined ? [constant] : isJsonArray(allowed) ? allowed : undefined;
  const isScalar = (value: JsonValue) => !["array", "object"].includes(instanceType(value));
  return values?.every(isScalar) ? new Set(values) : undefined;
}
