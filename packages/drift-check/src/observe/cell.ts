import type { Entry, JsonValue, Reading } from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import { placeKey, type Subject } from "../profile/profile.ts";
import type { FamilyTally } from "../tally/family-tally.ts";
import type { PlaceTally } from "../tally/place-tally.ts";
import { openFamily, openPlace, type ProfileTally } from "../tally/profile-tally.ts";
import type { BodyWalk } from "./body-walk.ts";
import { findOwner, isEmptyOpen, isProperty, speaksOfFields } from "./closed-reading.ts";
import { fieldLocation } from "./location.ts";
import { hasExtension } from "./open-enum.ts";
import type { KnownDeviation, KnownFaults } from "./recorder.ts";

/**
 * A place of a subject's bodies beside the schemas that lead there: what a walk has found out about it,
 * so that the next value there costs a look-up.
 */
export interface Cell {
  readonly subject: Subject;
  readonly location: string;
  readonly place: PlaceTally;
  readonly entry: Entry;
  readonly stands: Map<Reading, Stand>;
  /** The one that was asked for last. */
  recent: Stand | undefined;
}

/** A cell beside the schemas that apply to some of its values. */
export interface Stand {
  readonly cell: Cell;
  readonly reading: Reading;
  /** The cells of the fields that the description names; undefined where it forbids them. */
  readonly fields: Map<string, Cell | undefined>;
  /** The cells of items, and of fields whose names are keys. */
  readonly others: Map<Entry, Cell>;
  readonly isClosed: boolean;
  readonly isEmptyOpen: boolean;
  readonly hasExtension: boolean;
  readonly owner: readonly string[];
  /** The primitives that some `enum` lists; undefined where there is none. */
  readonly listed: ReadonlySet<JsonValue> | undefined;
  /** Families of deviations at the place, by kind. */
  readonly families: Map<FindingKind, FamilyTally>;
  /** Primitives of a wrong type, by their type. */
  readonly typeFaults: Map<number, KnownFaults>;
  /** Primitives that are wrong otherwise, by themselves. */
  readonly valueFaults: Map<JsonValue, KnownFaults>;
  /** Fields that are missing, by name; undefined for those that only the other direction asks for. */
  readonly missing: Map<string, KnownDeviation | undefined>;
}

/** All cells of an observation. */
export interface CellBook {
  readonly roots: Map<string, Cell>;
  count: number;
  /** Of the tally, when the cells were made. */
  droppings: number;
}

/** So many cells are kept; then all are made anew. */
const mostCells = 100_000;

/** A book without cells. */
export function createCellBook(): CellBook {
  return { roots: new Map(), count: 0, droppings: 0 };
}

/** Forgets the cells where there are too many, or where they point to what the tally has dropped. */
export function tidyCells(book: CellBook, { droppings }: ProfileTally): void {
  if (book.count <= mostCells && book.droppings === droppings) return;
  book.roots.clear();
  book.count = 0;
  book.droppings = droppings;
}

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
    families: new Map(),
    typeFaults: new Map(),
    valueFaults: new Map(),
    missing: new Map(),
  };
}

function listedPrimitives({ schema }: Reading["nodes"][number]): readonly JsonValue[] {
  if (typeof schema !== "object" || !Object.hasOwn(schema, "enum")) return [];
  const listed = schema["enum"];
  if (!Array.isArray(listed)) return [];
  return listed.filter((value: JsonValue) => typeof value !== "object");
}
