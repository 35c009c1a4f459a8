import { mapDocument, type TypedPlace } from "../grammar/tree.ts";
import { type MapNode, mapParts } from "../grammar/walk.ts";
import { isJsonObject } from "../json/json-value.ts";
import { pointerOf } from "../pointer/place.ts";
import type { Composition } from "../trace/composition.ts";
import { replaceMember, withoutMembers } from "./members.ts";
import type { Dialect } from "./rule.ts";

/** The nodes of a document whose references lead nowhere, by pointer. */
export interface LostReferences {
  readonly pointers: ReadonlySet<string>;
  /** The document's hidden places. */
  readonly hidden: readonly TypedPlace[];
}

/**
 * Lets each schema say nothing in whose place a reference to nowhere stands, so that the fault costs
 * this schema and no other. What stands beside the reference stays where the dialect has such
 * siblings. Nodes that are no schemas keep their reference, and the model leaves them out.
 *
 * Their faults were reported when they were found.
 */
export function dropLostReferences(
  composition: Composition,
  lost: LostReferences,
  dialect: Dialect,
): Composition {
  if (lost.pointers.size === 0) return composition;
  const { trace, document } = composition;
  const map: MapNode = (value, type, place) => {
    const mapped = mapParts(value, type, place, { map, trace });
    const isSchema = type.kind === "schema" && type.shape === "one" && isJsonObject(mapped);
    if (!isSchema || !Object.hasOwn(mapped, "$ref") || !lost.pointers.has(pointerOf(place)))
      return mapped;
    return dialect === "3.1"
      ? replaceMember(mapped, "$ref", undefined, trace)
      : withoutMembers(mapped, () => true, trace);
  };
  return { ...composition, document: mapDocument({ document, hidden: lost.hidden }, map, trace) };
}
