import { isJsonArray, isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { jsonTypeOf } from "../../json/json-type.ts";
import type { Assertion, Branch } from "./branch.ts";
import { isEqual } from "./equal.ts";
import { itemOf, propertyOf } from "./members.ts";
import { matchesPattern } from "./pattern.ts";
import { isInRange } from "./range.ts";
import type { SchemaReader } from "./schema-reader.ts";
import type { SchemaSites } from "./site.ts";
import { every, fact, negate, some, type Verdict } from "./verdict.ts";

const deepest = 12;

/** Whether sites allow a value. */
export function admits(
  reader: SchemaReader,
  sites: SchemaSites,
  value: JsonValue,
  depth = 0,
): Verdict {
  if (depth > deepest) return "unknown";
  const branches = reader.branches(sites);
  return some(branches, (branch) => branchAdmits(reader, branch, value, depth));
}

/** Whether a branch allows a value. */
export function branchAdmits(
  reader: SchemaReader,
  branch: Branch,
  value: JsonValue,
  depth = 0,
): Verdict {
  if (branch.type !== jsonTypeOf(value)) return "no";
  const { values, range, multiples, assertions, excludes, opaque } = branch;
  const isListed = values?.some((one) => isEqual(one, value)) ?? true;
  if (!isListed || !isInRange(value, range)) return "no";
  return every(
    [
      () => every(multiples, (multiple) => isMultiple(value, multiple)),
      () => every(assertions, (assertion) => isAsserted(value, assertion)),
      () => membersAdmit(reader, branch, value, depth),
      () => every(excludes, (sites) => negate(admits(reader, sites, value, depth + 1))),
      () => (opaque.length === 0 ? "yes" : "unknown"),
    ] satisfies (() => Verdict)[],
    (judge) => judge(),
  );
}

function membersAdmit(
  reader: SchemaReader,
  branch: Branch,
  value: JsonValue,
  depth: number,
): Verdict {
  if (isJsonArray(value)) {
    return every(value.entries(), ([index, item]) =>
      admits(reader, itemOf(branch, index), item, depth + 1),
    );
  }
  if (!isJsonObject(value)) return "yes";
  if ([...branch.required].some((name) => !Object.hasOwn(value, name))) return "no";
  return every(Object.entries(value), ([name, member]) => {
    const { sites, isSure, isSaid } = propertyOf(branch, name, reader.reading);
    const verdict = admits(reader, sites, member, depth + 1);
    return verdict === "yes" && !(isSure && isSaid) ? "unknown" : verdict;
  });
}

/** Of fractions nothing is said: dividing them is not exact. */
function isMultiple(value: JsonValue, multiple: number): Verdict {
  if (typeof value !== "number") return "yes";
  if (multiple === 1) return fact(Number.isInteger(value));
  const isExact = Number.isSafeInteger(value) && Number.isSafeInteger(multiple);
  return isExact ? fact(value % multiple === 0) : "unknown";
}

function isAsserted(value: JsonValue, { keyword, value: wanted }: Assertion): Verdict {
  if (keyword === "pattern" && typeof value === "string") {
    const matches = matchesPattern(wanted, value);
    return matches === undefined ? "unknown" : fact(matches);
  }
  if (keyword === "uniqueItems" && isJsonArray(value)) {
    const isUnique = value.every((item, index) =>
      value.slice(0, index).every((other) => !isEqual(item, other)),
    );
    return fact(isUnique);
  }
  return "unknown";
}
