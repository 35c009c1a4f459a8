import { findMember } from "@truespec/json-schema/json";
import { replaceMember } from "../members.ts";
import type { SchemaRule } from "../rule.ts";

const bounds = [
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
] as const;

/**
 * `exclusiveMinimum: true` makes the `minimum` beside it exclusive; since OpenAPI 3.1 it is the
 * bound itself.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2.5
 */
export const convertExclusiveBounds: SchemaRule = (schema, { dialect, trace, count }) => {
  let upgraded = schema;
  for (const [exclusive, bound] of bounds) {
    const isExclusive = findMember(upgraded, exclusive);
    if (typeof isExclusive !== "boolean") continue;
    if (dialect === "3.1") count("exclusive-in-3-1");
    const value = findMember(upgraded, bound);
    upgraded = replaceMember(upgraded, exclusive, undefined, trace);
    if (!isExclusive || value === undefined) continue;
    upgraded = replaceMember(upgraded, bound, { key: exclusive, value }, trace);
  }
  return upgraded;
};
