import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { branchAdmits } from "./admit.ts";
import type { Branch } from "./branch.ts";
import { itemOf, namesOf, prefixLength, propertyOf } from "./members.ts";
import type { SchemaReader } from "./schema-reader.ts";
import type { SchemaSites } from "./site.ts";

const deepest = 4;
const mostOptional = 8;
const longest = 32;

/**
 * A few instances that a branch surely allows: the smallest, and for objects one with each optional
 * property. Empty where none is found at once.
 */
export function examplesOf(reader: SchemaReader, branch: Branch): readonly JsonValue[] {
  return candidates(reader, branch, 0).filter(
    (value) => branchAdmits(reader, branch, value) === "yes",
  );
}

function candidates(reader: SchemaReader, branch: Branch, depth: number): readonly JsonValue[] {
  if (branch.values !== undefined) return branch.values.slice(0, 4);
  switch (branch.type) {
    case "number":
      return numbers(branch);
    case "string":
      return strings(branch);
    case "array":
      return arrays(reader, branch, depth);
    default:
      return objects(reader, branch, depth);
  }
}

function numbers({ range, multiples }: Branch): readonly JsonValue[] {
  const step = multiples.includes(1) ? 1 : 0.5;
  const ends = [range.min, range.min + step, range.max, range.max - step, 0, step];
  return ends.filter(Number.isFinite);
}

function strings({ range }: Branch): readonly JsonValue[] {
  const shortest = Math.min(range.min, longest);
  return [shortest, Math.min(range.max, longest)].map((length) => "a".repeat(length));
}

function arrays(reader: SchemaReader, branch: Branch, depth: number): readonly JsonValue[] {
  const item = (index: number) => findExample(reader, itemOf(branch, index), depth);
  const fill = (length: number): readonly JsonValue[] => {
    const items = Array.from({ length }, (_, index) => item(index));
    return items.every((one) => one !== undefined) ? [items] : [];
  };
  const { min, max } = branch.range;
  const lengths = [min, Math.max(min, prefixLength(branch) + 1)];
  return lengths.filter((length) => length <= Math.min(max, longest)).flatMap(fill);
}

function objects(reader: SchemaReader, branch: Branch, depth: number): readonly JsonValue[] {
  const member = (name: string): readonly (readonly [string, JsonValue])[] => {
    const value = findExample(reader, propertyOf(branch, name, reader.reading).sites, depth);
    return value === undefined ? [] : [[name, value]];
  };
  const smallest: JsonObject = Object.fromEntries([...branch.required].flatMap(member));
  const optional = [...namesOf(branch)].filter((name) => !branch.required.has(name));
  const larger = optional
    .slice(0, mostOptional)
    .flatMap(member)
    .map((entry) => Object.fromEntries([...Object.entries(smallest), entry]));
  return [smallest, ...larger];
}

function findExample(
  reader: SchemaReader,
  sites: SchemaSites,
  depth: number,
): JsonValue | undefined {
  if (depth >= deepest) return undefined;
  for (const branch of reader.branches(sites)) {
    const [value] = candidates(reader, branch, depth + 1);
    if (value !== undefined) return value;
  }
  return undefined;
}
