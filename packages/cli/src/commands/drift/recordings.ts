import { access } from "node:fs/promises";
import {
  type Collected,
  createFileAccess,
  type Report,
  readRecordings,
} from "@truespec/drift-check";
import type { Description } from "@truespec/openapi";
import { expectLongRun } from "../../code/length-of-run.ts";
import { CommandError } from "../../command-error.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { checkOperation } from "./check-operation.ts";

/** Recordings, and the operation they are bare bodies of. */
export interface RecordingArguments {
  readonly recordings: readonly string[];
  readonly operation?: string;
}

/** Reads recordings, one exchange after another, however many there are. */
export function readRecorded(
  terminal: Terminal,
  { recordings, operation }: RecordingArguments,
): AsyncIterable<Collected> {
  expectLongRun();
  return readRecordings(recordings, { files: createFileAccess(terminal.stdin), operation });
}

/** Says what helps where nothing matched: proxies, test systems and one's own machine are servers that no description names. */
export function tellServer(
  terminal: Terminal,
  { server }: { readonly server?: string },
  { collection: { matched, problems } }: Report,
): void {
  const isForeign = matched === 0 && problems.some(({ kind }) => kind === "unmatched");
  if (isForeign && server === undefined) {
    terminal.err("--server URL takes the server that was recorded for the description's.");
  }
}

/** @throws CommandError (2) for an operation that the description lacks or a recording that does not exist */
export async function checkRecordings(
  { operation, recordings }: RecordingArguments,
  description: Description,
): Promise<void> {
  if (operation !== undefined) checkOperation(description, operation, "--operation");
  for (const path of recordings) {
    if (path !== "-" && !(await exists(path))) {
      throw new CommandError(`The recording ${path} does not exist.`);
    }
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
