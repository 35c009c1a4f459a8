import type { JsonValue } from "@truespec/json-schema";
import { pick, type Random } from "./random.ts";

const replacements: readonly JsonValue[] = [
  null,
  "other",
  0,
  1.5,
  true,
  [],
  {},
  [null],
  { other: 1 },
];

/** `value` with one place in it changed: another value there, or one property or item less. */
export function mutate(value: JsonValue, random: Random): JsonValue {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const key = pick(random, keys);
  if (key === undefined || random() < 0.2) {
    return pick(random, replacements) ?? null;
  }
  const isRemoved = random() < 0.25;
  const change = (
    entry: readonly [string, JsonValue],
  ): readonly (readonly [string, JsonValue])[] => {
    const [name, old] = entry;
    if (name !== key) return [entry];
    return isRemoved ? [] : [[name, mutate(old, random)]];
  };
  const entries = Object.entries(value ?? {}).flatMap(change);
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
