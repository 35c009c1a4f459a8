import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { cachedDataVersionTag } from "node:v8";
import { crc32 } from "node:zlib";
import { hash } from "../cache/hash.ts";
import type { Scratch } from "./scratch.ts";

/** What V8 has compiled of scripts. Whatever is in the way finds nothing and keeps nothing. */
export interface CodeStore {
  /** What was kept of a script under this V8, while its file was what it is; it stands in the scratch. */
  readonly find: (path: string, stats: Stats, scratch: Scratch) => Buffer | undefined;
  /** Puts what `read` answers in the place of what was kept before. */
  readonly keep: (path: string, stats: Stats, read: () => Buffer) => void;
}

/** Before the code stand, in hex, a hash of what it was made from and its own check sum. */
const headLength = 64 + 8;

/**
 * A store in a folder, which need not exist. What lies there is executed: so a file counts only while it
 * is the user's own and nobody else may write it, whoever may write in the folder.
 *
 * @param user the user's number; undefined where the system has none, and the folder is the user's own
 */
export function openCodeStore(folder: string, user: number | undefined): CodeStore {
  const fileOf = (path: string) => join(folder, nameFile(path));
  return {
    find: (path, stats, scratch) =>
      orNothing(() => {
        const kept = readOwn(fileOf(path), user, scratch);
        const code = kept?.subarray(headLength);
        const head = code && printHead(path, stats, code);
        return kept?.toString("latin1", 0, headLength) === head ? code : undefined;
      }),
    keep: (path, stats, read) =>
      orNothing(() => {
        const code = read();
        mkdirSync(folder, { recursive: true });
        const head = Buffer.from(printHead(path, stats, code), "latin1");
        replaceFile(fileOf(path), Buffer.concat([head, code]));
      }),
  };
}

/** Whatever the reason, a run without kept code is as good, and slower. */
function orNothing<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

/** One name for all versions of a module, so that there are never more files than modules. */
function nameFile(path: string): string {
  const tail = path.slice(path.lastIndexOf("node_modules"));
  return `${tail.replace(/[^\w.@-]+/g, "-")}.code`;
}

function readOwn(path: string, user: number | undefined, scratch: Scratch): Buffer | undefined {
  const file = openSync(path, "r");
  try {
    const { uid, mode, size } = fstatSync(file);
    const isOwn = user === undefined || (uid === user && (mode & 0o022) === 0);
    if (!isOwn) return undefined;
    const bytes = scratch(size);
    return bytes.subarray(0, readSync(file, bytes, 0, size, 0));
  } finally {
    closeSync(file);
  }
}

/** V8 itself compares no more than its version and the length of the source; installers give all files one time. */
function printHead(path: string, stats: Stats, code: Buffer): string {
  const { dev, ino, size, mtimeMs, ctimeMs } = stats;
  const file = [path, dev, ino, size, mtimeMs, ctimeMs];
  const made = hash(JSON.stringify([process.version, process.arch, cachedDataVersionTag(), file]));
  return made + crc32(code).toString(16).padStart(8, "0");
}

function replaceFile(path: string, bytes: Buffer): void {
  const temporary = `${path}.${process.pid}.tmp`;
  // Into a file that is there, or through a link, nothing is written
  writeFileSync(temporary, bytes, { mode: 0o600, flag: "wx" });
  try {
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
