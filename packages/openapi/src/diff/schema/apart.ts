import {
  findMember,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { jsonTypeOf, readTypes } from "../../json/json-type.ts";
import type { Branch } from "./branch.ts";
import { isAmong } from "./equal.ts";
import { isEmptyRange, meetRanges } from "./range.ts";
import { findReferenced } from "./reference.ts";
import type { SchemaSite } from "./site.ts";

const longestChain = 8;

/** A branch and the document that its references go through. */
export interface BranchOf {
  readonly document: JsonObject;
  readonly branch: Branch;
}

/**
 * Whether it is plain that no instance meets both branches: by type, by values, by bounds, or by a
 * property that one demands, such as a discriminator. False means that nothing is known.
 */
export function areApart(a: BranchOf, b: BranchOf): boolean {
  const [one, other] = [a.branch, b.branch];
  if (one.type !== other.type) return true;
  if (areValuesApart(one.values, other.values)) return true;
  if (isEmptyRange(meetRanges(one.range, other.range))) return true;
  return [...new Set([...one.required, ...other.required])].some(
    (name) => isForbidden(one, name) || isForbidden(other, name) || isPropertyApart(a, b, name),
  );
}

/** Whether a facet leaves no room for a property. */
function isForbidden({ objects }: Branch, name: string): boolean {
  return objects.some(({ properties, patterns, rest }) => {
    const own = properties.get(name);
    return own === undefined ? rest?.schema === false && patterns.size === 0 : own.schema === false;
  });
}

/** Of a property that one of them demands: what may be left out of both tells nothing. */
function isPropertyApart(a: BranchOf, b: BranchOf, name: string): boolean {
  return sitesOf(a.branch, name).some((left) =>
    sitesOf(b.branch, name).some((right) =>
      areSchemasApart(resolve(a.document, left), resolve(b.document, right)),
    ),
  );
}

function sitesOf({ objects }: Branch, name: string): readonly SchemaSite[] {
  return objects.flatMap(({ properties }) => properties.get(name) ?? []);
}

function resolve(document: JsonObject, site: SchemaSite): JsonValue {
  let at = site;
  for (let count = 0; count < longestChain && isJsonObject(at.schema); count++) {
    const next = findReferenced(document, at.schema);
    if (next === undefined) break;
    at = next;
  }
  return at.schema;
}

/** By the keywords that stand in the schemas themselves. */
function areSchemasApart(a: JsonValue, b: JsonValue): boolean {
  return areValuesApart(listed(a), listed(b)) || areTypesApart(typesOf(a), typesOf(b));
}

function listed(schema: JsonValue): readonly JsonValue[] | undefined {
  const constant = findMember(schema, "const");
  const allowed = findMember(schema, "enum");
  return constant !== undefined ? [constant] : isJsonArray(allowed) ? allowed : undefined;
}

function typesOf(schema: JsonValue): readonly string[] | undefined {
  const names = readTypes(schema) ?? listed(schema)?.map((value): string => jsonTypeOf(value));
  return names?.map((name) => (name === "integer" ? "number" : name));
}

function areValuesApart(
  a: readonly JsonValue[] | undefined,
  b: readonly JsonValue[] | undefined,
): boolean {
  if (a === undefined || b === undefined) return false;
  return !a.some(isAmong(b));
}

function areTypesApart(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): boolean {
  return a !== undefined && b !== undefined && !a.some((name) => b.includes(name));
}
