import type { Diagnostic } from "@truespec/openapi";
import { hash } from "./hash.ts";

/** A source that was read, and the hash of what stood there. */
export interface ReadInput {
  /** As it was asked for: a path, a URL or `-`. */
  readonly location: string;
  /** The document whose reference asked for it; see `ReadSource`. */
  readonly referrer?: string;
  readonly sha256: string;
}

/** A file that stood in the output folder when a run had ended. */
export interface WrittenOutput {
  /** Absolute. */
  readonly path: string;
  readonly sha256: string;
}

/** One run whose output was complete: from what, into what, and what was said. */
export interface GenerationRecord {
  /** Hash of everything beside the inputs that decides about the output. */
  readonly key: string;
  readonly inputs: readonly ReadInput[];
  readonly outputs: readonly WrittenOutput[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The record as a file: its own hash in the first line, for a half-written or edited one is worth nothing. */
export function printRecord(record: GenerationRecord): string {
  const body = JSON.stringify(record);
  return `${hash(body)}\n${body}\n`;
}

/** The record of a file; undefined when it is not what {@link printRecord} wrote. */
export function parseRecord(text: string): GenerationRecord | undefined {
  const [sum, body] = text.split("\n", 2);
  if (sum === undefined || body === undefined || hash(body) !== sum) return undefined;
  // The hash says that it is the text that was printed from a record, byte for byte.
  return JSON.parse(body) as GenerationRecord;
}
