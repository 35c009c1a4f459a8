/**
 * Which properties and items a schema and those it applies in place have evaluated, Core section
 * 11: what `unevaluatedProperties` and `unevaluatedItems` leave alone.
 */
import type { SchemaNode } from "../document/node.ts";
import { hasMember } from "../instance.ts";
import { isJsonObject } from "../json.ts";
import type { Interpreter } from "./interpreter.ts";
import type { InPlace, Reach } from "./plan.ts";
import { findNamed } from "./reach.ts";

/** Does the instance at hand meet this schema? */
export type Holds = (node: SchemaNode) => boolean;

/** Which branches of an in-place keyword apply to an instance. */
export function selectBranches(
  applied: InPlace,
  instance: unknown,
  holds: Holds,
): readonly SchemaNode[] {
  switch (applied.kind) {
    case "all":
      return applied.nodes;
    case "any":
      return applied.nodes.filter(holds);
    case "present":
      return applied.dependents
        .filter(([property]) => isJsonObject(instance) && hasMember(instance, property))
        .map(([, node]) => node);
    case "if": {
      const isMet = holds(applied.condition);
      const branch = isMet ? applied.met : applied.unmet;
      return [...(isMet ? [applied.condition] : []), ...(branch === undefined ? [] : [branch])];
    }
  }
}

/** All branches of an in-place keyword, whichever an instance meets. */
export function listBranches(applied: InPlace): readonly SchemaNode[] {
  switch (applied.kind) {
    case "present":
      return applied.dependents.map(([, node]) => node);
    case "if":
      return [applied.condition, applied.met, applied.unmet].filter((node) => node !== undefined);
    default:
      return applied.nodes;
  }
}

/** The reaches of all schemas that may apply in place, whichever an instance meets. */
export function listReaches(interpreter: Interpreter, start: SchemaNode): readonly Reach[] {
  const reached = new Set([start]);
  // A Set grows while it is walked, so this is the closure.
  for (const node of reached) {
    for (const applied of interpreter.planOf(node).inPlace) {
      for (const branch of listBranches(applied)) reached.add(branch);
    }
  }
  return [...reached].map((node) => interpreter.planOf(node).reach);
}

/** The reaches of all schemas that apply in place, the node's own `unevaluated…` left out. */
export function collectReaches(
  interpreter: Interpreter,
  node: SchemaNode,
  instance: unknown,
  holds: Holds,
): readonly Reach[] {
  const seen = new Set([node]);
  // A Set grows while it is walked, so this is the closure.
  for (const reached of seen) {
    for (const applied of interpreter.planOf(reached).inPlace) {
      for (const branch of selectBranches(applied, instance, holds)) seen.add(branch);
    }
  }
  return [...seen].map((reached) => {
    const { reach } = interpreter.planOf(reached);
    return reached === node
      ? { ...reach, unevaluated: undefined, unevaluatedItems: undefined }
      : reach;
  });
}

/** Has one of the reaches evaluated this property? */
export function coversProperty(reaches: readonly Reach[], name: string): boolean {
  return reaches.some(
    (reach) =>
      reach.additional !== undefined ||
      reach.unevaluated !== undefined ||
      findNamed(reach, name).length > 0,
  );
}

/** Has one of the reaches evaluated the item? `meets`: does the item meet a schema of `contains`? */
export function coversItem(reaches: readonly Reach[], index: number, meets: Holds): boolean {
  return reaches.some(
    (reach) =>
      reach.items !== undefined ||
      reach.unevaluatedItems !== undefined ||
      index < reach.prefix.length ||
      (reach.contains !== undefined && meets(reach.contains)),
  );
}
