import { findMember } from "@truespec/json-schema/json";
import type { Assertion, Branch, OpaqueKeyword } from "./branch.ts";
import { companionsOf } from "./own-branches.ts";
import { compareLower, compareUpper } from "./range.ts";
import type { IsSame } from "./sameness.ts";
import { doubt, every, fact, type Verdict } from "./verdict.ts";

/** Formats of which each value is one of another format too. */
const narrowerFormats: ReadonlyMap<string, readonly string[]> = new Map([
  ["int8", ["int16", "int32", "int64"]],
  ["int16", ["int32", "int64"]],
  ["int32", ["int64"]],
  ["uint8", ["uint16", "uint32", "uint64", "int16", "int32", "int64"]],
  ["float", ["double"]],
  ["uri", ["iri", "uri-reference", "iri-reference"]],
  ["email", ["idn-email"]],
  ["hostname", ["idn-hostname"]],
]);

/** Whether the bounds of `a` lie within those of `b`. */
export function judgeRange(a: Branch, b: Branch): Verdict {
  const verdict = fact(judgeLower(a, b) && judgeUpper(a, b));
  return boundsAreExact(a) ? verdict : doubt(verdict);
}

/** Whether the lower bound of `a` excludes all that that of `b` does. */
export function judgeLower(a: Branch, b: Branch): boolean {
  return compareLower(a.range, b.range) >= 0;
}

/** Whether the upper bound of `a` excludes all that that of `b` does. */
export function judgeUpper(a: Branch, b: Branch): boolean {
  return compareUpper(a.range, b.range) <= 0;
}

/** Other keywords may bound more than the bounds say: `pattern` a length, `multipleOf` a value, closed objects a count. */
function boundsAreExact({ type, multiples, assertions }: Branch): boolean {
  if (type === "object") return false;
  return (
    multiples.every((multiple) => multiple === 1) && (type !== "string" || assertions.length === 0)
  );
}

/** Whether all multiples that `a` allows are ones that `b` allows. */
export function judgeMultiples(a: Branch, b: Branch): Verdict {
  const common = a.multiples.reduce(leastCommonMultiple, 1);
  return every(b.multiples, (multiple) => {
    if (a.multiples.includes(multiple)) return "yes";
    if (a.multiples.length === 0) return "no";
    // Dividing fractions is not exact.
    if (!Number.isSafeInteger(common) || !Number.isSafeInteger(multiple)) return "unknown";
    return fact(common % multiple === 0);
  });
}

/** NaN where it is no safe integer. */
function leastCommonMultiple(a: number, b: number): number {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) return Number.NaN;
  let [divisor, rest] = [a, b];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  const multiple = (a / divisor) * b;
  return Number.isSafeInteger(multiple) ? multiple : Number.NaN;
}

/** Whether `a` asserts all that `b` does. */
export function judgeAssertions(a: Branch, b: Branch): Verdict {
  return every(b.assertions, (assertion) => judgeAssertion(a, assertion));
}

function judgeAssertion(a: Branch, { keyword, value }: Assertion): Verdict {
  const same = a.assertions.filter((one) => one.keyword === keyword);
  if (same.some((one) => one.value === value)) return "yes";
  if (keyword === "format" && same.some((one) => isNarrower(one.value, value))) return "yes";
  if (keyword === "uniqueItems" && a.range.max <= 1) return "yes";
  // Two patterns may allow the same texts; a format cannot, but for those above.
  return keyword === "pattern" && same.length > 0 ? "unknown" : "no";
}

function isNarrower(format: string, other: string): boolean {
  return narrowerFormats.get(format)?.includes(other) ?? false;
}

/** Whether every keyword of `b` that is not understood stands in `a` just so. */
export function judgeOpaque(a: Branch, b: Branch, isSame: IsSame): Verdict {
  return every(b.opaque, (keyword) =>
    a.opaque.some((one) => isSameKeyword(one, keyword, isSame)) ? "yes" : "unknown",
  );
}

/** What is left of `a` for an instance of `b` to meet, which meets what both ask for. */
export function withoutCommon(a: Branch, b: Branch, isSame: IsSame): Branch {
  return {
    ...a,
    multiples: a.multiples.filter((multiple) => !b.multiples.includes(multiple)),
    assertions: a.assertions.filter((assertion) => judgeAssertion(b, assertion) !== "yes"),
    opaque: a.opaque.filter(
      (keyword) => !b.opaque.some((one) => isSameKeyword(one, keyword, isSame)),
    ),
  };
}

/** What is no keyword of its own, such as too many alternatives, is the whole schema's. */
function isSameKeyword(a: OpaqueKeyword, b: OpaqueKeyword, isSame: IsSame): boolean {
  if (a.keyword !== b.keyword) return false;
  const keywords = companionsOf(a.keyword);
  if (keywords === undefined) return isSame(a.site.schema, b.site.schema);
  return keywords.every((keyword) => {
    const one = findMember(a.site.schema, keyword);
    const other = findMember(b.site.schema, keyword);
    return one === undefined || other === undefined ? one === other : isSame(one, other);
  });
}
