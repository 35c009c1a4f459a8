import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readIfThere } from "./read-if-there.ts";
import { writeAtomically } from "./write-atomically.ts";

/** Milliseconds between two tries. */
const pause = 20;
/** A revision takes milliseconds: a lock as old as this was left behind by a run that was killed. */
const longestRevision = 10_000;

/** The next text of a file, made from the one that stands there; undefined where there is none. */
export type Revise = (text: string | undefined) => string;

/**
 * Writes what follows from what a file holds now. Runs that revise the same file wait for each other, by a file
 * `X.lock` beside it, so that none undoes what another wrote.
 *
 * @throws the file system's error, or that of `revise`; the file is untouched then
 */
export async function reviseAtomically(path: string, revise: Revise): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const lock = `${path}.lock`;
  await acquire(lock);
  try {
    await writeAtomically(path, revise(await readIfThere(path)));
  } finally {
    await rm(lock, { force: true });
  }
}

async function acquire(lock: string): Promise<void> {
  while (!(await isTaken(lock))) {
    const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > longestRevision) await rm(lock, { force: true });
    else await sleep(pause);
  }
}

/** Only one run can make a file that is not there. */
async function isTaken(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, "", { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
