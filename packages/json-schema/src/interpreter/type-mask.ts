/**
 * JSON Schema's types as bits, so that one operation tells whether an instance is of any of several.
 */
import { type InstanceType, isNumber } from "../instance.ts";
import type { Target } from "../keywords/keyword.ts";

const bits: Readonly<Record<InstanceType, number>> = {
  null: 1,
  boolean: 2,
  integer: 4,
  // What is no integer has the upper bit alone, so a mask of numbers holds both.
  number: 4 | 8,
  string: 16,
  array: 32,
  object: 64,
};

/** The mask of every type. */
export const everyType = 127;

/** The types that a keyword of a target looks at. */
export const targetMasks: Readonly<Record<Target, number>> = {
  any: everyType,
  string: bits.string,
  number: bits.number,
  array: bits.array,
  object: bits.object,
};

/** The mask of the types that a well-formed `type` names. */
export function maskOf(types: readonly InstanceType[]): number {
  return types.reduce((mask, type) => mask | bits[type], 0);
}

/** The one bit of an instance's type; 0 for what JSON has not. */
export function typeBit(instance: unknown): number {
  switch (typeof instance) {
    case "string":
      return bits.string;
    case "number":
      return Number.isInteger(instance) ? bits.integer : isNumber(instance) ? 8 : 0;
    case "boolean":
      return bits.boolean;
    case "object":
      return instance === null ? bits.null : Array.isArray(instance) ? bits.array : bits.object;
    default:
      return 0;
  }
}
