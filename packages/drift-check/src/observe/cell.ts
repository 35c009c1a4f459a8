import type { Entry, JsonValue, Reading } from "@truespec/json-schema";
import { findMember } from "@truespec/json-schema/json";
import { appendKey } from "@truespec/json-schema/json-pointer";
import type { FindingKind } from "../finding-kind.ts";
import { placeKey } from "../profile/profile.ts";
import { isJsonMediaType } from "../read/media-type.ts";
import type { FamilyTally } from "../tally/family-tally.ts";
import { openFamily, openPlace, type ProfileTally } from "../tally/profile-tally.ts";
import type { BodyWalk } from "./body-walk.ts";
import type { Cell, Stand } from "./cell-book.ts";
import { findOwner, isEmptyOpen, isProperty, speaksOfFields } from "./closed-reading.ts";
import { fieldLocation } from "./location.ts";
import { hasExtension } from "./open-enum.ts";

/** The cell where a walk begins: of the body, or of a parameter; undefined where there is no schema. */
export function openRoot(
  walk: BodyWalk,
  location: string,
  schemaPointer: string,
): Cell | undefined {
  const key = `${placeKey(walk.subject, location)} ${schemaPointer}`;
  const known = walk.cells.roots.get(key);
  if (known !== undefined) return known;
  const entry = walk.prepared.start(schemaPointer);
  if (entry === undefined) return undefined;
  const cell = createCell(walk, location, entry);
  walk.cells.roots.set(key, cell);
  return cell;
}

/** What is known of a cell beside the schemas that apply to a value. */
export function openStand(cell: Cell, value: JsonValue): Stand {
  const reading = cell.entry.read(value);
  if (cell.recent?.reading === reading) return cell.recent;
  const stand = cell.stands.get(reading) ?? createStand(cell, reading);
  cell.stands.set(reading, stand);
  cell.recent = stand;
  return stand;
}

/** The cell of a field; undefined where nothing documents it. */
export function openField(walk: BodyWalk, stand: Stand, name: string): Cell | undefined {
  const known = stand.fields.get(name);
  if (known !== undefined || stand.fields.has(name)) return known;
  const { reading } = stand;
  const entry = reading.property(name);
  const isNamed = reading.names.has(name);
  const isKey = entry !== undefined && !(isNamed && isProperty(reading.nodes, name));
  if (isKey) return openOther(walk, stand, entry);
  const location = fieldLocation(stand.cell.location, name);
  const cell = entry && createCell(walk, location, entry);
  if (isNamed) stand.fields.set(name, cell);
  return cell;
}

/** The cell of items, or of fields whose names are keys. */
export function openOther(walk: BodyWalk, stand: Stand, entry: Entry): Cell {
  const known = stand.others.get(entry);
  if (known !== undefined) return known;
  const cell = createCell(walk, fieldLocation(stand.cell.location, undefined), entry);
  stand.others.set(entry, cell);
  return cell;
}

/** The family of a kind at a stand's place. */
export function openStandFamily(tally: ProfileTally, stand: Stand, kind: FindingKind): FamilyTally {
  const { subject, location } = stand.cell;
  const family = stand.families.get(kind) ?? openFamily(tally, kind, subject, location);
  stand.families.set(kind, family);
  return family;
}

function createCell({ recorder, subject, cells }: BodyWalk, location: string, entry: Entry): Cell {
  cells.count += 1;
  const place = openPlace(recorder.tally, subject, location);
  return { subject, location, place, entry, stands: new Map(), recent: undefined };
}

function createStand(cell: Cell, reading: Reading): Stand {
  const { nodes } = reading;
  const listed = new Set(nodes.flatMap(listedPrimitives));
  return {
    cell,
    reading,
    fields: new Map(),
    others: new Map(),
    isClosed: speaksOfFields(nodes),
    isEmptyOpen: isEmptyOpen(nodes),
    hasExtension: nodes.some(({ schema }) => hasExtension(schema)),
    owner: findOwner(nodes),
    listed: listed.size === 0 ? undefined : listed,
    content: nodes.flatMap(listContents)[0],
    families: new Map(),
    typeFaults: new Map(),
    valueFaults: new Map(),
    missing: new Map(),
  };
}

function listContents({ schema, pointer }: Reading["nodes"][number]): readonly string[] {
  if (findMember(schema, "contentSchema") === undefined) return [];
  const mediaType = findMember(schema, "contentMediaType");
  return typeof mediaType === "string" && isJsonMediaType(mediaType)
    ? [appendKey(pointer, "contentSchema")]
    : [];
}

function listedPrimitives({ schema }: Reading["nodes"][number]): readonly JsonValue[] {
  if (typeof schema !== "object" || !Object.hasOwn(schema, "enum")) return [];
  const listed = schema["enum"];
  if (!Array.isArray(listed)) return [];
  return listed.filter((value: JsonValue) => typeof value !== "object");
}
