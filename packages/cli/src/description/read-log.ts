import type { ReadSource } from "@truespec/openapi";
import { createSourceReader } from "@truespec/openapi/read";
import { hash } from "../cache/hash.ts";
import type { ReadInput } from "../cache/record.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** What a command asked to read. */
export interface ReadLog {
  /** What was read, in order, with its hash. */
  readonly reads: readonly ReadInput[];
  /** Every location asked for, also those that could not be read. */
  readonly locations: ReadonlySet<string>;
  /** Adds a location. */
  readonly note: (location: string) => void;
  readonly add: (input: ReadInput) => void;
}

/** An empty log. */
export function createReadLog(): ReadLog {
  const reads: ReadInput[] = [];
  const locations = new Set<string>();
  return {
    reads,
    locations,
    note: (location) => void locations.add(location),
    add: (input) => void reads.push(input),
  };
}

/** The reader of this process, which logs what it reads. */
export function createReader(
  terminal: Terminal,
  allowNetwork: boolean,
  log: ReadLog = createReadLog(),
): ReadSource {
  const read = createSourceReader({ allowNetwork, stdin: terminal.readStdin });
  return async (location, referrer) => {
    log.note(location);
    const found = await read(location, referrer);
    log.add({
      location,
      ...(referrer === undefined ? {} : { referrer }),
      sha256: hash(found.bytes),
    });
    return found;
  };
}
