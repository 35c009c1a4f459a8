import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@truespec/json-schema/json";
import { addNames } from "../profile/deviation.ts";
import { maxPlaces } from "../profile/draft.ts";
import type { Subject } from "../profile/profile.ts";
import { parseJson } from "../read/json-text.ts";
import { shownName } from "../read/secrets.ts";
import { type FamilyTally, openMember } from "../tally/family-tally.ts";
import { countListed, countValue } from "../tally/place-tally.ts";
import { openPlace, type ProfileTally, showPlace } from "../tally/profile-tally.ts";
import type { BodyWalk } from "./body-walk.ts";
import { openField, openOther, openRoot, openStand, openStandFamily } from "./cell.ts";
import type { Cell, Stand } from "./cell-book.ts";
import { isFaulty } from "./faults.ts";
import { fieldLocation } from "./location.ts";
import { findExtensionGaps } from "./open-enum.ts";
import { recordAgain, recordSighting, type Sighting } from "./recorder.ts";
import { shownValue } from "./shown-value.ts";

const maxDepth = 200;

/** Writes down what a body shows at each place that its schema speaks about. */
export function observeBody(walk: BodyWalk, schemaPointer: string, body: JsonValue): void {
  const cell = openRoot(walk, "", schemaPointer);
  if (cell !== undefined) observeValue(walk, cell, body);
}

/** Writes down what an item of a body shows that comes item by item; the walk stands at its index. */
export function observeItem(walk: BodyWalk, schemaPointer: string, item: JsonValue): void {
  const cell = openRoot(walk, fieldLocation("", undefined), schemaPointer);
  if (cell !== undefined) observeValue(walk, cell, item);
}

/** Writes down what a value shows at its place and below. */
export function observeValue(walk: BodyWalk, cell: Cell, value: JsonValue): void {
  const { tally } = walk.recorder;
  if (walk.path.length > maxDepth || tally.placesShown > maxPlaces) {
    tally.truncated = true;
    return;
  }
  const stand = openStand(cell, value);
  const held = stand.content === undefined ? undefined : openHeld(walk, stand, value);
  if (held === undefined) {
    observeOwn(walk, stand, value);
    return;
  }
  const parsed = parseJson(held.text);
  if (parsed.kind === "value") observeValue(walk, held.cell, parsed.value);
  // A text that is no JSON where that is due holds itself.
  else observeOwn(walk, openStand(held.cell, value), value);
}

/** What a text holds that is JSON stands where the text does, unless that is wrong as a text already. */
function openHeld(
  walk: BodyWalk,
  { cell, content, reading }: Stand,
  value: JsonValue,
): { readonly cell: Cell; readonly text: string } | undefined {
  if (content === undefined || typeof value !== "string" || !reading.accepts(value)) return;
  const held = openRoot(walk, cell.location, content);
  return held === undefined ? undefined : { cell: held, text: value };
}

function observeOwn(walk: BodyWalk, stand: Stand, value: JsonValue): void {
  const { place } = stand.cell;
  showPlace(walk.recorder.tally, place);
  countValue(place, value);
  if (!stand.reading.accepts(value) && isFaulty(walk, stand, value)) return;
  if (stand.listed?.has(value)) countListed(place, value);
  if (stand.hasExtension) recordExtension(walk, stand, value);
  if (isJsonArray(value)) observeItems(walk, stand, value);
  else if (isJsonObject(value)) observeObject(walk, stand, value);
}

function observeItems(walk: BodyWalk, stand: Stand, value: readonly JsonValue[]): void {
  const { path } = walk;
  const depth = path.length;
  let cell: Cell | undefined;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    const entry = stand.reading.item(index);
    // Most arrays have one schema for all items.
    if (entry !== cell?.entry) cell = entry && openOther(walk, stand, entry);
    if (cell === undefined || item === undefined) continue;
    path[depth] = index;
    observeValue(walk, cell, item);
  }
  path.length = depth;
}

function observeObject(walk: BodyWalk, stand: Stand, value: JsonObject): void {
  const { path } = walk;
  const depth = path.length;
  const names = Object.keys(value);
  let isExtended = false;
  for (const name of names) {
    const field = value[name];
    const cell = openField(walk, stand, name);
    if (field === undefined) continue;
    if (cell !== undefined) {
      path[depth] = name;
      observeValue(walk, cell, field);
    } else if (stand.isClosed && !isReached(walk, stand, value, name)) {
      isExtended = true;
      path.length = depth;
      recordField(walk, stand, name, field);
    }
  }
  path.length = depth;
  if (isExtended) stand.cell.place.extendedObjects += 1;
  if (stand.isEmptyOpen && !stand.isClosed && names.length > 0) {
    recordOpenObject(walk, stand, value);
  }
}

/** The condition of an `if` reaches fields, too. */
function isReached(
  { reader }: BodyWalk,
  { reading }: Stand,
  value: JsonObject,
  name: string,
): boolean {
  return reading.isConditional && reader.reaches(reading.nodes, value, name);
}

function recordField(walk: BodyWalk, stand: Stand, name: string, example: JsonValue): void {
  const { tally } = walk.recorder;
  const family = openStandFamily(tally, stand, "undocumented-field");
  // What stands there is fit to be shown.
  const member = family.members.has(name) ? name : shownName(name);
  recordMember(walk, family, { member, schemaPointers: stand.owner, example });
}

function recordOpenObject(walk: BodyWalk, stand: Stand, example: JsonObject): void {
  const family = openStandFamily(walk.recorder.tally, stand, "open-empty-object");
  recordMember(walk, family, { member: "", schemaPointers: stand.owner, example });
}

function recordMember(
  { recorder, path }: BodyWalk,
  family: FamilyTally,
  seen: Pick<Sighting, "schemaPointers"> & { readonly member: string; readonly example: JsonValue },
): void {
  const member = openMember(family, seen.member, seen);
  // Other schemas may have led to the same place.
  if (member !== undefined) {
    member.schemaPointers = addNames(member.schemaPointers, seen.schemaPointers);
  }
  recordAgain(recorder, { family, member }, { path, example: seen.example });
}

/** A value beyond a list that calls itself open is valid, and news all the same. */
function recordExtension({ recorder, path }: BodyWalk, stand: Stand, value: JsonValue): void {
  const gaps = findExtensionGaps(stand.reading.nodes, value);
  if (gaps.length === 0) return;
  const { key, shown } = shownValue(value, recorder.values);
  const { subject, location } = stand.cell;
  recordSighting(recorder, {
    ...{ kind: "undocumented-enum-value", subject, location, member: key, path },
    schemaPointers: gaps,
    keywords: ["x-extensible-enum"],
    value: shown,
    isOpen: true,
  });
}

/** Counts a value at a place that no schema leads to. */
export function countPlace(
  tally: ProfileTally,
  { subject, location }: { readonly subject: Subject; readonly location: string },
  value: JsonValue,
): void {
  const place = openPlace(tally, subject, location);
  showPlace(tally, place);
  countValue(place, value);
}
