/**
 * Unions whose branches a property tells apart, so that no more than one has to be asked.
 */
import type { SchemaNode } from "../document/node.ts";
import type { Interpreter } from "../interpreter/interpreter.ts";
import { areDisjoint, isObjectOnly, type Knowledge, readKnowledge } from "./disjoint.ts";

/** So many branches, with the properties that they require, are looked into. */
const mostKnowledge = 100_000;

/** A branch, and the values of the tag with which alone an object can meet it. */
export interface TaggedBranch {
  readonly node: SchemaNode;
  readonly values: readonly string[];
}

/**
 * What is proved of a union.
 *
 * - `property`: the tag, which every branch for objects requires
 * - `branches`: those; no two have a value in common
 * - `others`: the branches that no object meets; no instance meets two of them
 */
export interface Tagging {
  readonly property: string;
  readonly branches: readonly TaggedBranch[];
  readonly others: readonly SchemaNode[];
}

interface KnownBranch {
  readonly node: SchemaNode;
  readonly knowledge: Knowledge;
}

/**
 * The tag of a union: two branches or more that only objects meet, each with its own texts for a
 * property that all of them require. Undefined means that nothing is known.
 */
export function findTagging(
  interpreter: Interpreter,
  branches: readonly SchemaNode[],
): Tagging | undefined {
  const known: KnownBranch[] = [];
  let left = mostKnowledge;
  for (const node of branches) {
    const knowledge = readKnowledge(interpreter, node);
    known.push({ node, knowledge });
    left -= 1 + knowledge.required.size;
    if (left < 0) return undefined;
  }
  const tagged = known.filter(({ knowledge }) => isObjectOnly(knowledge));
  const others = known.filter(({ knowledge: { types } }) => types && !types.has("object"));
  if (tagged.length < 2 || tagged.length + others.length < known.length) return undefined;
  const rest = others.map(({ node }) => node);
  if (!areDisjoint(interpreter, rest)) return undefined;
  for (const property of tagged[0]?.knowledge.required.keys() ?? []) {
    const found = findTagged(tagged, property);
    if (found !== undefined) return { property, branches: found, others: rest };
  }
  return undefined;
}

/** The branches with their values of a property; undefined where it does not tell them apart. */
function findTagged(
  branches: readonly KnownBranch[],
  property: string,
): readonly TaggedBranch[] | undefined {
  const seen = new Set<string>();
  const tagged: TaggedBranch[] = [];
  for (const { node, knowledge } of branches) {
    const values = knowledge.required.get(property)?.values;
    if (values === undefined) return undefined;
    const texts: string[] = [];
    for (const value of values) {
      if (typeof value !== "string" || seen.has(value)) return undefined;
      seen.add(value);
      texts.push(value);
    }
    tagged.push({ node, values: texts });
  }
  return tagged;
}
