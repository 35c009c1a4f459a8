import type { JsonValue } from "@truespec/json-schema";
import { type JsonType, jsonTypes } from "../../json/json-type.ts";
import { isAmong } from "./equal.ts";
import { type ArrayFacet, joinFacets, type ObjectFacet } from "./facet.ts";
import { freeRange, meetRanges, type Range } from "./range.ts";
import type { SchemaSite, SchemaSites } from "./site.ts";

/** A keyword of which only equality is understood, such as `pattern` or `format`. */
export interface Assertion {
  readonly keyword: string;
  readonly value: string;
}

/** A keyword that is not understood: it may exclude anything. */
export interface OpaqueKeyword {
  readonly keyword: string;
  readonly site: SchemaSite;
}

/**
 * One alternative of a schema in disjunctive normal form: instances of one type that meet
 * everything in it. The schema allows what one of its branches allows.
 */
export interface Branch {
  readonly type: JsonType;
  /** The only values; undefined where they are not listed. */
  readonly values: readonly JsonValue[] | undefined;
  /** The values that an open enum names; it allows others too. */
  readonly known: readonly JsonValue[] | undefined;
  readonly range: Range;
  /** Of `multipleOf`; 1 for an integer. */
  readonly multiples: readonly number[];
  readonly assertions: readonly Assertion[];
  readonly required: ReadonlySet<string>;
  readonly objects: readonly ObjectFacet[];
  readonly arrays: readonly ArrayFacet[];
  /** An instance meets none of these: from `not`, and from the siblings in a `oneOf`. */
  readonly excludes: readonly SchemaSites[];
  readonly opaque: readonly OpaqueKeyword[];
  /** The properties that never travel in this direction. */
  readonly hidden: ReadonlySet<string>;
  /** The pointers of the alternatives that were chosen, outermost first: what the branch is called by. */
  readonly chosen: readonly string[];
}

/** More branches than this are not told apart. */
export const mostBranches = 128;

const booleans: readonly JsonValue[] = [false, true];

/** All instances of a type. */
export function freeBranch(type: JsonType): Branch {
  return {
    type,
    values: type === "null" ? [null] : type === "boolean" ? booleans : undefined,
    known: undefined,
    range: freeRange(type),
    multiples: [],
    assertions: [],
    required: new Set(),
    objects: [],
    arrays: [],
    excludes: [],
    opaque: [],
    hidden: new Set(),
    chosen: [],
  };
}

/** Branches of which nothing is known but that a keyword stands there. */
export function opaqueBranches(keyword: string, site: SchemaSite): readonly Branch[] {
  return jsonTypes.map((type) => ({ ...freeBranch(type), opaque: [{ keyword, site }] }));
}

/** What lies in both of two unions; undefined where there are too many ways to choose. */
export function meetUnions(
  a: readonly Branch[],
  b: readonly Branch[],
): readonly Branch[] | undefined {
  const met: Branch[] = [];
  for (const left of a) {
    for (const right of b) {
      const branch = meet(left, right);
      if (branch !== undefined) met.push(branch);
      if (met.length > mostBranches) return undefined;
    }
  }
  return met;
}

/** What lies in both branches; undefined where nothing can. */
function meet(a: Branch, b: Branch): Branch | undefined {
  if (a.type !== b.type) return undefined;
  const values = meetValues(a.values, b.values);
  if (values?.length === 0) return undefined;
  return {
    type: a.type,
    values,
    known: a.known ?? b.known,
    range: meetRanges(a.range, b.range),
    multiples: [...new Set([...a.multiples, ...b.multiples])],
    assertions: joinAssertions(a.assertions, b.assertions),
    required: new Set([...a.required, ...b.required]),
    objects: joinFacets(a.objects, b.objects),
    arrays: joinFacets(a.arrays, b.arrays),
    excludes: [...a.excludes, ...b.excludes],
    opaque: [...a.opaque, ...b.opaque],
    hidden: a.hidden,
    chosen: [...a.chosen, ...b.chosen],
  };
}

function meetValues(a: Branch["values"], b: Branch["values"]): Branch["values"] {
  if (a === undefined || b === undefined) return a ?? b;
  return a.filter(isAmong(b));
}

function joinAssertions(a: readonly Assertion[], b: readonly Assertion[]): readonly Assertion[] {
  const more = b.filter(
    ({ keyword, value }) => !a.some((one) => one.keyword === keyword && one.value === value),
  );
  return [...a, ...more];
}
