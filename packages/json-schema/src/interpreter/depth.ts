/**
 * How many `$ref`s and `$dynamicRef`s an evaluation follows before it gives up. A schema without
 * references ends by itself, so references are what a hostile schema or instance nests by. A
 * recursive schema thus reads an instance 512 levels deep where each level costs one reference.
 */
export const maxReferences = 512;

/** Thrown inside an evaluation that goes too deep, caught where it began. */
export class TooDeep extends Error {}

/** Is it the sign of an evaluation that went too deep, by our count or by the engine's? */
export function isTooDeep(error: unknown): boolean {
  return error instanceof TooDeep || error instanceof RangeError;
}
