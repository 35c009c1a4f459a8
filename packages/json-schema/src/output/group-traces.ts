import type { AppliedSchema, KeywordTrace } from "../interpreter/trace.ts";
import { parsePointer } from "../json-pointer.ts";

/**
 * The record of a keyword's evaluation, told apart by the keyword that each part belongs to: `if`
 * applies what stands in `then`, and `contains` finds the errors of `minContains`.
 */
export function groupTraces(trace: Omit<KeywordTrace, "isValid">): readonly KeywordTrace[] {
  const { keyword, annotation } = trace;
  const names = new Set([
    ...[keyword],
    ...trace.applied.map(ownerOf),
    ...trace.errors.map((error) => error.keyword),
  ]);
  return [...names].map((name): KeywordTrace => {
    const applied = trace.applied.filter((one) => ownerOf(one) === name);
    const errors = trace.errors.filter((error) => error.keyword === name);
    const isValid =
      errors.length === 0 &&
      applied.every(({ isAsserted, schema }) => !isAsserted || schema.isValid);
    const own = name === keyword ? annotation : undefined;
    return { keyword: name, isValid, errors, annotation: own, applied };
  });
}

/** The keyword that an applied schema stands in. */
function ownerOf({ location }: AppliedSchema): string {
  return parsePointer(location)[0] ?? "";
}
