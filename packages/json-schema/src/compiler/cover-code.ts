/**
 * Which properties and items have been evaluated, Core section 11, as code: what
 * `interpreter/cover.ts` answers, with the branches that apply decided once for an instance.
 */
import type { SchemaNode } from "../document/node.ts";
import type { InPlace, Reach } from "../interpreter/plan.ts";
import type { Frame, Position } from "./frame.ts";
import { printNamed } from "./named-code.ts";
import type { CoverCode, ValueWriter } from "./schema-writer.ts";

/** What the code is made with. */
export interface CoverParts {
  readonly frame: Frame;
  readonly position: Position;
  readonly values: Omit<ValueWriter, "value">;
  readonly holds: (node: SchemaNode, value: string) => string;
  /** What is asked about: the properties of an object, or the items of an array. */
  readonly kind: "property" | "item";
}

/** A reach, and the variable that tells whether its schema applies; undefined where it always does. */
interface Covering {
  readonly condition: string | undefined;
  readonly reach: Reach;
}

interface Branch {
  readonly condition: string | undefined;
  readonly node: SchemaNode;
}

/** Decides which schemas apply in place, and answers with what they have evaluated. */
export function writeCover(parts: CoverParts): CoverCode {
  const { frame, holds } = parts;
  const coverings =
    parts.kind === "property" ? merge(collectCoverings(parts)) : collectCoverings(parts);
  const any = (print: (reach: Reach) => string): string => {
    const conditions = coverings.flatMap(({ condition, reach }) => {
      const covers = print(reach);
      if (covers === "false") return [];
      return [condition === undefined ? `(${covers})` : `(${condition} && (${covers}))`];
    });
    return conditions.length === 0 ? "false" : conditions.join(" || ");
  };
  return {
    property: (name) =>
      any((reach) =>
        (reach.additional ?? reach.unevaluated) === undefined
          ? printNamed(frame.scope, reach, name)
          : "true",
      ),
    item: (index, item) =>
      any((reach) => {
        if ((reach.items ?? reach.unevaluatedItems) !== undefined) return "true";
        const prefix = reach.prefix.length > 0 ? [`${index} < ${reach.prefix.length}`] : [];
        const contained = reach.contains === undefined ? [] : [holds(reach.contains, item)];
        return [...prefix, ...contained].join(" || ") || "false";
      }),
  };
}

/** The schemas that always apply as one, so that a name is looked for once. */
function merge(coverings: readonly Covering[]): readonly Covering[] {
  const always = coverings.flatMap(({ condition, reach }) =>
    condition === undefined ? [reach] : [],
  );
  const [first] = always;
  if (first === undefined) return coverings;
  const find = (key: "additional" | "unevaluated") =>
    always.find((reach) => reach[key] !== undefined)?.[key];
  const reach: Reach = {
    ...first,
    properties: new Map(always.flatMap(({ properties }) => [...properties])),
    patterns: always.flatMap(({ patterns }) => patterns),
    additional: find("additional"),
    unevaluated: find("unevaluated"),
  };
  return [{ condition: undefined, reach }, ...coverings.filter(({ condition }) => condition)];
}

function collectCoverings(parts: CoverParts): readonly Covering[] {
  const { interpreter } = parts.frame.scope;
  const root = parts.position.node;
  const coverings: Covering[] = [];
  const entered = new Set<SchemaNode>();
  // A stack of our own: schemas may nest deeper than the call stack is.
  const steps: (Branch | { readonly left: SchemaNode })[] = [{ node: root, condition: undefined }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ("left" in step) {
      entered.delete(step.left);
      continue;
    }
    const { node, condition } = step;
    // A schema that applies itself in place adds nothing.
    if (entered.has(node)) continue;
    entered.add(node);
    const { reach, inPlace } = interpreter.planOf(node);
    const own = { ...reach, unevaluated: undefined, unevaluatedItems: undefined };
    coverings.push({ condition, reach: node === root ? own : reach });
    steps.push({ left: node });
    const branches = inPlace.flatMap((applied) => decide(parts, applied, condition));
    for (const branch of branches.reverse()) steps.push(branch);
  }
  return coverings;
}

/** The branches of an in-place keyword, each with the variable that tells whether it applies. */
function decide(parts: CoverParts, applied: InPlace, outer: string | undefined): readonly Branch[] {
  const { values, position, holds } = parts;
  const when = (condition: string): string =>
    values.local("met", outer === undefined ? condition : `${outer} && (${condition})`);
  switch (applied.kind) {
    case "all":
      return applied.nodes.map((node) => ({ node, condition: outer }));
    case "any":
      return applied.nodes.map((node) => ({ node, condition: when(holds(node, position.value)) }));
    case "present":
      // An array has no properties, so nothing depends on one.
      if (parts.kind === "item") return [];
      return applied.dependents.map(([property, node]) => ({
        ...{ node, condition: when(`${values.member(property)} !== undefined`) },
      }));
    case "if": {
      const isMet = when(holds(applied.condition, position.value));
      const unmet = applied.unmet && { node: applied.unmet, condition: when(`!${isMet}`) };
      const met = applied.met && { node: applied.met, condition: isMet };
      const branches = [{ node: applied.condition, condition: isMet }, met, unmet];
      return branches.filter((branch) => branch !== undefined);
    }
  }
}
