import type { Entry, JsonValue, Reading } from "@truespec/json-schema";
import type { FindingKind } from "../finding-kind.ts";
import type { Subject } from "../profile/profile.ts";
import type { FamilyTally } from "../tally/family-tally.ts";
import type { PlaceTally } from "../tally/place-tally.ts";
import type { ProfileTally } from "../tally/profile-tally.ts";
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
  /** The schema of what a text that is JSON holds (`contentSchema`), by its pointer. */
  readonly content: string | undefined;
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
