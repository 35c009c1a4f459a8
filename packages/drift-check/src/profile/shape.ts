import { addOptional } from "./add-optional.ts";
import { addSketches, type Sketch } from "./sketch.ts";
import { addStringFacts, type StringFacts } from "./string-facts.ts";
import { addTypeCounts, type TypeCounts } from "./type-counts.ts";

/** What values without a schema looked like: enough to infer one. A commutative monoid under `addShapes`. */
export interface Shape {
  readonly types: TypeCounts;
  /** Distinct strings, where there were any. */
  readonly strings: Sketch;
  readonly stringFacts: StringFacts | undefined;
  readonly properties: ReadonlyMap<string, Shape>;
  readonly items: Shape | undefined;
  /** Deeper levels or further names were left out. */
  readonly truncated: boolean;
}

/** The deepest level that a shape remembers. */
export const maxDepth = 24;
/** The most property names that a shape remembers: the least in code unit order. */
export const maxNames = 300;
/** The most items of one array that a shape looks at: the first. */
export const maxItems = 10_000;

/** The shape of both collections of values together. */
export function addShapes(left: Shape, right: Shape): Shape {
  return {
    types: addTypeCounts(left.types, right.types),
    strings: addSketches(left.strings, right.strings),
    stringFacts: addOptional(left.stringFacts, right.stringFacts, addStringFacts),
    ...addProperties(left, right),
    items: addOptional(left.items, right.items, addShapes),
  };
}

function addProperties(left: Shape, right: Shape): Pick<Shape, "properties" | "truncated"> {
  const sum = new Map(left.properties);
  for (const [name, shape] of right.properties) {
    sum.set(name, addOptional(sum.get(name), shape, addShapes) ?? shape);
  }
  const names = [...sum.keys()].sort();
  for (const name of names.slice(maxNames)) sum.delete(name);
  const truncated = left.truncated || right.truncated || names.length > maxNames;
  return { properties: sum, truncated };
}
