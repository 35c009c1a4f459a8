/**
 * Which branch of a union an instance's type alone decides for.
 */
import type { SchemaNode } from "../document/node.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import type { InPlace } from "../interpreter/plan.ts";
import { everyType } from "../interpreter/type-mask.ts";
import { isJsonObject } from "../json.ts";

/** A union with the types that each branch may accept, and whether nothing but a type can rule it out. */
export interface TypedUnion {
  readonly nodes: readonly SchemaNode[];
  readonly types: readonly number[];
  readonly isPlain: readonly boolean[];
}

/** Reads the types of a union's branches; undefined where a `discriminator` has the last word. */
export function readTypedUnion(
  interpreter: Interpreter,
  applied: Extract<InPlace, { readonly kind: "any" }>,
): TypedUnion | undefined {
  if (applied.tags !== undefined) return undefined;
  const known = new Map<SchemaNode, number>();
  return {
    nodes: applied.nodes,
    types: applied.nodes.map((node) => typesOf(interpreter, node, known)),
    isPlain: applied.nodes.map((node) => isPlain(interpreter, node)),
  };
}

/**
 * The index of the branch that is read, whether or not the instance meets it: the only one that may
 * accept its type, where its type is all that could make another one the nearest. Undefined where
 * the branches have to be asked.
 */
export function findSole({ types, isPlain }: TypedUnion, bit: number): number | undefined {
  const index = types.findIndex((mask) => (mask & bit) !== 0);
  const isAlone = index >= 0 && types.every((mask, other) => other === index || !(mask & bit));
  return isAlone && isPlain[index] === true ? index : undefined;
}

/** The types that a schema may accept, by `type` and what it applies in place; in a circle, any. */
function typesOf(
  interpreter: Interpreter,
  node: SchemaNode,
  known: Map<SchemaNode, number>,
): number {
  const before = known.get(node);
  if (before !== undefined) return before;
  known.set(node, node.schema === false ? 0 : everyType);
  const { types, inPlace } = interpreter.planOf(node);
  const mask = inPlace.reduce(
    (all, applied) => {
      if (applied.kind !== "all" && applied.kind !== "any") return all;
      const masks = applied.nodes.map((branch) => typesOf(interpreter, branch, known));
      return applied.kind === "all"
        ? masks.reduce((both, one) => both & one, all)
        : all & masks.reduce((either, one) => either | one, 0);
    },
    node.schema === false ? 0 : types,
  );
  known.set(node, mask);
  return mask;
}

const choices: readonly string[] = ["const", "enum", "not"];

/** Has the schema nothing in place that weighs like a wrong type: no choice of values, no condition, no `false`? */
function isPlain(interpreter: Interpreter, start: SchemaNode): boolean {
  const reached = new Set([start]);
  // A Set grows while it is walked, so this is the closure.
  for (const node of reached) {
    const { schema } = node;
    if (schema === false) return false;
    if (isJsonObject(schema) && choices.some((name) => Object.hasOwn(schema, name))) return false;
    for (const applied of interpreter.planOf(node).inPlace) {
      if (applied.kind !== "all" && applied.kind !== "any") return false;
      for (const branch of applied.nodes) reached.add(branch);
    }
  }
  return true;
}
