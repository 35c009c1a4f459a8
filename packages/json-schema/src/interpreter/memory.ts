/**
 * What one evaluation has found out already. The branches of a recursive union ask the same of the
 * same places below, each again for each branch: without memory the work would double at every level.
 */
import type { SchemaNode } from "../document/node.ts";
import type { ValidationError } from "../validation.ts";

/** Answers of one evaluation: for instances by identity, errors by the place they are listed for. */
export interface Memory {
  answers: Map<SchemaNode, Map<object, boolean>> | undefined;
  errors: Map<SchemaNode, Map<string, readonly ValidationError[]>> | undefined;
}

/** Up to so many references down, asking again is cheaper than remembering. */
export const freeReferences = 4;

/** A memory at the beginning of an evaluation; most end before they remember anything. */
export function createMemory(): Memory {
  return { answers: undefined, errors: undefined };
}

/** The remembered value of a schema and a key, found on the first call. */
export function remember<Key, Value>(
  memory: Map<SchemaNode, Map<Key, Value>>,
  node: SchemaNode,
  entry: { readonly key: Key; readonly find: () => Value },
): Value {
  const known = memory.get(node) ?? new Map<Key, Value>();
  memory.set(node, known);
  const value = known.get(entry.key) ?? entry.find();
  known.set(entry.key, value);
  return value;
}
