import type { InstanceReader, JsonObject, PreparedReader, SchemaNode } from "@truespec/json-schema";
import type { Subject } from "../profile/profile.ts";
import type { CellBook } from "./cell-book.ts";
import type { Recorder } from "./recorder.ts";

/** Tells which schemas apply at each place of a body. */
export type BodyReader = InstanceReader;

/** The schemas that apply at one place, already unfolded. */
export type Nodes = readonly SchemaNode[];

/** What a description is read by: its schemas, and what was found out about them. */
export interface Readers {
  /** Answers everything, one place at a time. */
  readonly reader: BodyReader;
  /** Answers the common questions, remembered by schemas. */
  readonly prepared: PreparedReader;
  readonly cells: CellBook;
  readonly document: JsonObject;
}

/** What stays the same while one body is read; `path` is where the walk stands. */
export interface BodyWalk extends Readers {
  readonly recorder: Recorder;
  readonly subject: Subject;
  readonly path: (string | number)[];
}
