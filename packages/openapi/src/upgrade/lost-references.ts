import { isJsonObject, type JsonValue } from "@truespec/json-schema/json";
import { findMapped, type Mapped, placeOfMapped } from "../bundle/references.ts";
import { mapDocument, type TypedPlace } from "../grammar/tree.ts";
import { type MapNode, mapParts } from "../grammar/walk.ts";
import { objectMember } from "../json/json-value.ts";
import { type Place, pointerOf } from "../pointer/place.ts";
import type { Composition } from "../trace/composition.ts";
import type { Trace } from "../trace/trace.ts";
import { replaceMember, withMember, withoutMembers } from "./members.ts";
import type { Dialect } from "./rule.ts";

/** The nodes of a document whose references lead nowhere, and the names in discriminators that do, by pointer. */
export interface LostReferences {
  readonly pointers: ReadonlySet<string>;
  /** The document's hidden places. */
  readonly hidden: readonly TypedPlace[];
}

/**
 * Lets each schema say nothing in whose place a reference to nowhere stands, so that the fault costs
 * this schema and no other. What stands beside the reference stays where the dialect has such
 * siblings. Nodes that are no schemas keep their reference, and the model leaves them out. A
 * discriminator loses what it names in vain.
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
    if (type.kind === "discriminator") return dropMapped(mapped, place, lost.pointers, trace);
    const isSchema = type.kind === "schema" && type.shape === "one" && isJsonObject(mapped);
    if (!isSchema || !Object.hasOwn(mapped, "$ref") || !lost.pointers.has(pointerOf(place)))
      return mapped;
    return dialect === "3.1"
      ? replaceMember(mapped, "$ref", undefined, trace)
      : withoutMembers(mapped, () => true, trace);
  };
  return { ...composition, document: mapDocument({ document, hidden: lost.hidden }, map, trace) };
}

function dropMapped(
  discriminator: JsonValue,
  place: Place,
  lost: LostReferences["pointers"],
  trace: Trace,
): JsonValue {
  if (!isJsonObject(discriminator)) return discriminator;
  const isLost = (found: Mapped) => lost.has(pointerOf(placeOfMapped(place, found)));
  const dropped = findMapped(discriminator, { kind: "discriminator", shape: "one" }).filter(isLost);
  if (dropped.length === 0) return discriminator;
  const tags = new Set(dropped.map(({ tag }) => tag));
  const isDefault = (key: string) => key === "defaultMapping" && tags.has(undefined);
  const kept = withoutMembers(discriminator, isDefault, trace);
  const mapping = objectMember(discriminator, "mapping");
  return Object.keys(mapping).some((tag) => tags.has(tag))
    ? withMember(
        kept,
        { key: "mapping", value: withoutMembers(mapping, (tag) => tags.has(tag), trace) },
        trace,
      )
    : kept;
}
