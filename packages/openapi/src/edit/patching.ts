import type { JsonValue } from "@truespec/json-schema";
import type { CatalogueParams } from "../diagnostics/params.ts";
import type { Splice } from "./splice.ts";
import type { TextStyle } from "./text-style.ts";
import type { WrittenNode } from "./written.ts";

/** Why a change cannot be made. */
export type EditFaultCode = "edit-not-found" | "edit-shared" | "edit-not-written";

/** A change that cannot be made, and its place in the document before. */
export type EditFault = {
  readonly [C in EditFaultCode]: {
    readonly code: C;
    readonly params: CatalogueParams[C];
    readonly pointer: string;
  };
}[EditFaultCode];

/** A patch in the making. */
export interface Patching {
  readonly text: string;
  readonly style: TextStyle;
  readonly splices: Splice[];
  readonly faults: EditFault[];
}

/** Where a value stands, and what it is held by. */
export interface ValuePlace {
  readonly pointer: string;
  readonly node: WrittenNode;
  readonly holder: "root" | "key" | "dash" | "flow";
  /** Behind the colon or dash. */
  readonly from: number;
  /** Of the key or dash in its line. */
  readonly column: number;
}

/** What becomes of the entries of one container; at least one of them stays. */
export interface EntryChanges {
  /** By index. */
  readonly removed: ReadonlySet<number>;
  /** What comes behind the entry of an index, in order; at -1 before the first one. */
  readonly inserted: ReadonlyMap<number, readonly Addition[]>;
}

/** A new member or, where `key` is undefined, a new item. */
export interface Addition {
  readonly key: string | undefined;
  readonly value: JsonValue;
}
