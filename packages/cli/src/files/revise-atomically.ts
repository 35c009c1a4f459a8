import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readIfThere } from "./read-if-there.ts";
import { writeAtomically } from "./write-atomically.ts";

/** Milliseconds between two tries. */
const pause = 20;
/** A revision takes milliseconds. */
const longestWait = 10_000;

/** The next text of a file, made from the one that stands there; undefined where there is none. */
export type Revise = (text: string | undefined) => string;

/**
 * Writes what follows from what a file holds now. Runs that revise the same file wait for each other, by a file
 * `X.lock` beside it, so that none undoes what another wrote. A lock that stays is nobody's to take: two that took it
 * at once would both write. A run that was killed leaves one, which people delete.
 *
 * @param wait milliseconds to wait for other runs, 10 seconds by default
 * @throws the file system's error, that of `revise`, or one that names the lock; the file is untouched then
 */
export async function reviseAtomically(
  path: string,
  revise: Revise,
  wait: number = longestWait,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const lock = `${path}.lock`;
  await acquire(lock, wait);
  try {
    await writeAtomically(path, revise(await readIfThere(path)));
  } finally {
    await rm(lock, { force: true });
  }
}

async function acquire(lock: string, wait: number): Promise<void> {
  const start = Date.now();
  while (!(await isTaken(lock))) {
    if (Date.now() - start > wait) {
      throw new Error(`another run holds ${lock}. If none is at work, delete that file`);
    }
    await sleep(pause);
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
