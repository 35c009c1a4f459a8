import type { SchemaNode } from "../document/node.ts";
import type { Evaluate } from "../interpreter/plan.ts";
import { descend } from "../interpreter/report.ts";
import { isJsonArray } from "../json.ts";
import type { Site } from "./keyword.ts";

/** Evaluates the items of a range against the schema that `choose` names for each, if any. */
export function interpretItems(
  site: Site,
  range: { readonly start: number; readonly end: number },
  choose: (index: number) => SchemaNode | undefined,
): Evaluate {
  const { interpreter } = site;
  return (instance, at) => {
    if (!isJsonArray(instance)) return true;
    let isValid = true;
    const end = Math.min(range.end, instance.length);
    for (let index = range.start; index < end; index += 1) {
      const node = choose(index);
      if (node === undefined) continue;
      if (interpreter.evaluate(node, instance[index], descend(at, index))) continue;
      if (at.errors === undefined) return false;
      isValid = false;
    }
    return isValid;
  };
}
