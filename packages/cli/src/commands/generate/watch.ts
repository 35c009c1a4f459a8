import { relative, resolve } from "node:path";
import { CommandError } from "../../command-error.ts";
import { createReadLog, type ReadLog } from "../../description/read-log.ts";
import { type ExitCode, exitCodes } from "../../exit-code.ts";
import { createFollower } from "../../files/follower.ts";
import type { Terminal } from "../../terminal/terminal.ts";

const quietMs = 100;

/**
 * Generates, then again whenever a file that was read for it changes, until the user ends it.
 *
 * What is wrong with a file is told and waits for the file to change. Files that could not be read
 * are followed as well: that they appear is a change.
 *
 * @param generate notes what it reads in the log, also when it fails
 */
export async function watchFiles(
  terminal: Terminal,
  generate: (log: ReadLog) => Promise<ExitCode>,
): Promise<ExitCode> {
  const ended = terminal.interruption();
  const follower = createFollower({ quietMs });
  let followed: readonly string[] = [];
  try {
    while (!ended.aborted) {
      const started = Date.now();
      const log = createReadLog();
      const isDone = await generateOrTell(terminal, () => generate(log));
      const files = listFiles(terminal, log);
      // A run that failed has not come to read everything.
      followed = isDone ? files : [...new Set([...followed, ...files])];
      follower.follow(followed, started);
      tellWatching(terminal, followed.length);
      const changed = await follower.nextChange(ended);
      if (changed.length > 0) tellChanged(terminal, changed);
    }
  } finally {
    follower.close();
  }
  return exitCodes.clean;
}

async function generateOrTell(
  terminal: Terminal,
  generate: () => Promise<ExitCode>,
): Promise<boolean> {
  try {
    await generate();
    return true;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    terminal.err(`truespec: ${error.message}`);
    return false;
  }
}

/** URLs are read again with every run, and not followed. */
function listFiles({ cwd }: Terminal, { locations }: ReadLog): readonly string[] {
  return [...locations]
    .filter((location) => !/^[a-z]+:\/\//i.test(location))
    .map((location) => resolve(cwd, location));
}

function tellWatching(terminal: Terminal, count: number): void {
  terminal.err(`Watching ${count === 1 ? "1 file" : `${count} files`}. Ctrl+C ends it.`);
}

function tellChanged(terminal: Terminal, changed: readonly string[]): void {
  const [first = "", ...others] = changed.map((path) => relative(terminal.cwd, path));
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const time = new Date().toTimeString().slice(0, 8);
  terminal.err(`\n${time} ${first}${more} changed`);
}
