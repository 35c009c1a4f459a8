import type { JsonObject } from "@truespec/json-schema";
import type { NodeType } from "../grammar/node-type.ts";
import { type TypedPlace, type VisitNode, visitDocument } from "../grammar/tree.ts";
import { findString } from "../json/json-value.ts";
import { type Place, step } from "../pointer/place.ts";
import { createIdentifiers, type Identifiers } from "./identifiers.ts";
import { findMapped, findRef, placeOfMapped } from "./references.ts";
import { findRequired, securityScheme } from "./requirements.ts";

/** A reference and the node that is written as one. */
export interface Reference {
  readonly ref: string;
  readonly type: NodeType;
  readonly place: Place;
}

/** What refers to other nodes. */
export interface FoundReferences {
  /** Every node with a `$ref`. */
  readonly references: readonly Reference[];
  /** The schemas that discriminators name, by reference or by name, at the place of that. */
  readonly mapped: readonly Reference[];
  /** The security schemes that requirements name, by reference or by name, at the place of the alternative. */
  readonly required: readonly Reference[];
}

/** What one walk over a document finds for all who ask of its references. */
export interface Survey extends FoundReferences {
  readonly document: JsonObject;
  readonly identifiers: Identifiers;
  /** See {@link visitDocument}. */
  readonly hidden: readonly TypedPlace[];
}

/** Surveys a document. */
export function surveyDocument(document: JsonObject): Survey {
  const ids = new Set<string>();
  const { found, collect } = collectReferences();
  const hidden = visitDocument(document, (value, type, place) => {
    const id = type.kind === "schema" ? findString(value, "$id") : undefined;
    if (id !== undefined) ids.add(id);
    collect(value, type, place);
  });
  const identifiers = createIdentifiers(document, ids);
  return { document, ...found, identifiers, hidden };
}

/** Gathers the references of the nodes that are visited. */
export function collectReferences(): {
  readonly found: FoundReferences;
  readonly collect: VisitNode;
} {
  const references: Reference[] = [];
  const mapped: Reference[] = [];
  const required: Reference[] = [];
  const collect: VisitNode = (value, type, place) => {
    const ref = findRef(value);
    if (ref !== undefined) references.push({ ref, type, place });
    for (const found of findMapped(value, type)) {
      const at = placeOfMapped(place, found);
      mapped.push({ ref: found.name, type: { kind: "schema", shape: "one" }, place: at });
    }
    for (const { name, index } of findRequired(value, type)) {
      const at = step(step(place, "security"), index);
      required.push({ ref: name, type: securityScheme, place: at });
    }
  };
  return { found: { references, mapped, required }, collect };
}
