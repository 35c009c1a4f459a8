import type { JsonObject } from "@truespec/json-schema";
import type { NodeType } from "../grammar/node-type.ts";
import { type TypedPlace, type VisitNode, visitDocument } from "../grammar/tree.ts";
import { findString } from "../json/json-value.ts";
import type { Place } from "../pointer/place.ts";
import { createIdentifiers, type Identifiers } from "./identifiers.ts";
import { findMapped, findRef, placeOfMapped } from "./references.ts";

/** A reference and the node that is written as one. */
export interface Reference {
  readonly ref: string;
  readonly type: NodeType;
  readonly place: Place;
}

/** What one walk over a document finds for all who ask of its references. */
export interface Survey {
  readonly document: JsonObject;
  /** Every node with a `$ref`. */
  readonly references: readonly Reference[];
  /** The schemas that discriminators name, by reference or by name, at the place of that. */
  readonly mapped: readonly Reference[];
  readonly identifiers: Identifiers;
  /** See {@link visitDocument}. */
  readonly hidden: readonly TypedPlace[];
}

/** Surveys a document. */
export function surveyDocument(document: JsonObject): Survey {
  const references: Reference[] = [];
  const mapped: Reference[] = [];
  const ids = new Set<string>();
  const collect = collectReferences(references, mapped);
  const hidden = visitDocument(document, (value, type, place) => {
    const id = type.kind === "schema" ? findString(value, "$id") : undefined;
    if (id !== undefined) ids.add(id);
    collect(value, type, place);
  });
  const identifiers = createIdentifiers(document, ids);
  return { document, references, mapped, identifiers, hidden };
}

/** Notes the reference that a node is, and the schemas that a discriminator names. */
export function collectReferences(references: Reference[], mapped: Reference[]): VisitNode {
  return (value, type, place) => {
    const ref = findRef(value);
    if (ref !== undefined) references.push({ ref, type, place });
    for (const found of findMapped(value, type)) {
      const at = placeOfMapped(place, found);
      mapped.push({ ref: found.name, type: { kind: "schema", shape: "one" }, place: at });
    }
  };
}
