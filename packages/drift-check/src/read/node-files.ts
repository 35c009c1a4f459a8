import { createReadStream } from "node:fs";
import { access, readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { FileAccess } from "./file-access.ts";

/** So much of a file is read at a time. */
const chunkBytes = 512 * 1024;

/**
 * Access to this machine's files.
 *
 * @param input what `-` reads; by default `-` cannot be read
 * @example
 * ```ts
 * import { createFileAccess } from "@truespec/drift-check";
 *
 * const files = createFileAccess(process.stdin);
 * ```
 */
export function createFileAccess(input?: AsyncIterable<Uint8Array>): FileAccess {
  return {
    list: listFolder,
    exists: (path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    read: (path) =>
      path === "-" ? readInput(input) : createReadStream(path, { highWaterMark: chunkBytes }),
  };
}

function readInput(input: AsyncIterable<Uint8Array> | undefined): AsyncIterable<Uint8Array> {
  if (input === undefined) throw new Error("there is no standard input");
  return input;
}

async function listFolder(path: string): Promise<readonly string[] | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) return undefined;
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
