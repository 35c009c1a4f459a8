/** JSON Schema's type names; a number without a fraction counts as `integer` alone. */
export const instanceTypes = [
  "array",
  "boolean",
  "integer",
  "null",
  "number",
  "object",
  "string",
] as const;

/** One of JSON Schema's type names. */
export type InstanceType = (typeof instanceTypes)[number];

/** How many values of each type were seen; types never seen are left out. */
export type TypeCounts = { readonly [type in InstanceType]?: number };

/** The type of a JSON value; `1.0` is an integer, as JSON Schema says (Core section 4.2.3). */
export function typeOf(value: unknown): InstanceType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  const type = typeof value;
  return type === "boolean" || type === "string" ? type : "object";
}

/** The sum of two histograms. */
export function addTypeCounts(left: TypeCounts, right: TypeCounts): TypeCounts {
  const sum: { [type in InstanceType]?: number } = {};
  for (const type of instanceTypes) {
    const count = (left[type] ?? 0) + (right[type] ?? 0);
    if (count > 0) sum[type] = count;
  }
  return sum;
}

/** How many values a histogram counts. */
export function totalOf(counts: TypeCounts): number {
  return instanceTypes.reduce((sum, type) => sum + (counts[type] ?? 0), 0);
}

/** The types that were seen, in alphabetical order. */
export function typesIn(counts: TypeCounts): readonly InstanceType[] {
  return instanceTypes.filter((type) => (counts[type] ?? 0) > 0);
}
