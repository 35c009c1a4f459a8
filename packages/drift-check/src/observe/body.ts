import type { JsonObject, JsonValue } from "@truespec/json-schema";
import { maxPlaces } from "../profile/draft.ts";
import { countListed, countValue, emptyPlace, type Place } from "../profile/place.ts";
import { placeKey } from "../profile/profile.ts";
import { shapeOf } from "../profile/shape.ts";
import { isJsonObject } from "../read/json-object.ts";
import { shownName } from "../read/secrets.ts";
import type { Nodes } from "./body-reader.ts";
import {
  documentsField,
  findOwner,
  isEmptyOpen,
  isProperty,
  speaksOfFields,
} from "./closed-reading.ts";
import { type BodyWalk, hasTypeFault, recordFaults } from "./faults.ts";
import { findExtensionGaps } from "./open-enum.ts";
import { recordSighting } from "./recorder.ts";
import { shownValue } from "./shown-value.ts";
import { emptySpot, itemOf, locationOf, pointerOf, propertyOf, type Spot } from "./spot.ts";

const maxDepth = 200;

/** Writes down what a body shows at each place that its schema speaks about. */
export function observeBody(walk: BodyWalk, nodes: Nodes, body: JsonValue): void {
  observeValue(walk, nodes, { value: body, spot: emptySpot });
}

/** A value where it stands. */
export interface Seen {
  readonly value: JsonValue;
  readonly spot: Spot;
}

/** Writes down what a value shows at its place and below. */
export function observeValue(walk: BodyWalk, nodes: Nodes, seen: Seen): void {
  const { value, spot } = seen;
  if (nodes.length === 0) return;
  if (spot.depth > maxDepth || walk.recorder.draft.places.size > maxPlaces) {
    walk.recorder.draft.truncated = true;
    return;
  }
  countPlace(walk, spot, value);
  const applicable = walk.reader.applicable(nodes, value);
  const errors = walk.reader.errors(applicable, value);
  if (errors.length > 0) recordFaults(walk, { ...seen, applicable, errors });
  if (hasTypeFault(errors)) return;
  if (isListed(applicable, value)) changePlace(walk, spot, (place) => countListed(place, value));
  recordExtension(walk, applicable, seen);
  if (Array.isArray(value)) observeItems(walk, applicable, { value, spot });
  else if (typeof value === "object" && value !== null) {
    observeObject(walk, applicable, { value: value as JsonObject, spot });
  }
}

function observeItems(
  walk: BodyWalk,
  applicable: Nodes,
  { value, spot }: { readonly value: readonly JsonValue[]; readonly spot: Spot },
): void {
  for (const [index, item] of value.entries()) {
    const nodes = walk.reader.item(applicable, index);
    observeValue(walk, nodes, { value: item, spot: itemOf(spot, index) });
  }
}

function observeObject(
  walk: BodyWalk,
  applicable: Nodes,
  { value, spot }: { readonly value: JsonObject; readonly spot: Spot },
): void {
  const isClosed = speaksOfFields(applicable);
  let extended = 0;
  for (const [name, field] of Object.entries(value)) {
    const nodes = walk.reader.property(applicable, name);
    if (documentsField(nodes)) {
      const isKey = !isProperty(applicable, name);
      observeValue(walk, nodes, { value: field, spot: propertyOf(spot, name, isKey) });
    } else if (isClosed && !walk.reader.reaches(applicable, value, name)) {
      extended = 1;
      recordField(walk, applicable, { name, field, spot });
    }
  }
  if (extended > 0)
    changePlace(walk, spot, (p) => ({ ...p, extendedObjects: p.extendedObjects + 1 }));
  if (!isClosed && isEmptyOpen(applicable) && Object.keys(value).length > 0) {
    recordOpenObject(walk, applicable, { value, spot });
  }
}

function recordField(
  walk: BodyWalk,
  applicable: Nodes,
  { name, field, spot }: { readonly name: string; readonly field: JsonValue; readonly spot: Spot },
): void {
  recordSighting(walk.recorder, {
    kind: "undocumented-field",
    subject: walk.subject,
    location: locationOf(spot),
    member: shownName(name),
    pointer: pointerOf(spot),
    schemaPointers: findOwner(applicable),
    shape: shapeOf(field, walk.recorder.values.hash),
  });
}

/** Tells whether some `enum` lists the value: what is counted then is the description's own text. */
function isListed(applicable: Nodes, value: JsonValue): boolean {
  if (typeof value === "object") return false;
  return applicable.some(({ schema }) => {
    const listed = isJsonObject(schema) ? schema["enum"] : undefined;
    return Array.isArray(listed) && listed.includes(value);
  });
}

/** A value beyond a list that calls itself open is valid, and news all the same. */
function recordExtension(walk: BodyWalk, applicable: Nodes, { value, spot }: Seen): void {
  const gaps = findExtensionGaps(applicable, value);
  if (gaps.length === 0) return;
  const { key, shown } = shownValue(value, walk.recorder.values);
  recordSighting(walk.recorder, {
    kind: "undocumented-enum-value",
    subject: walk.subject,
    location: locationOf(spot),
    member: key,
    pointer: pointerOf(spot),
    schemaPointers: gaps,
    keywords: ["x-extensible-enum"],
    value: shown,
    isOpen: true,
  });
}

function recordOpenObject(walk: BodyWalk, applicable: Nodes, { value, spot }: Seen): void {
  recordSighting(walk.recorder, {
    kind: "open-empty-object",
    subject: walk.subject,
    location: locationOf(spot),
    pointer: pointerOf(spot),
    schemaPointers: findOwner(applicable),
    shape: shapeOf(value, walk.recorder.values.hash),
  });
}

/** Counts a value at its place. */
export function countPlace(walk: PlaceWalk, spot: Spot, value: JsonValue): void {
  changePlace(walk, spot, (place) => countValue(place, value));
}

/** Whose places are counted. */
type PlaceWalk = Pick<BodyWalk, "recorder" | "subject">;

function changePlace(walk: PlaceWalk, spot: Spot, change: (place: Place) => Place): void {
  const { places } = walk.recorder.draft;
  const key = placeKey(walk.subject, locationOf(spot));
  places.set(key, change(places.get(key) ?? emptyPlace));
}
