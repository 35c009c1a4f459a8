import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, parse, relative, resolve, sep } from "node:path";
import { findNearNames } from "../diagnostics/near-names.ts";
import type { ReadBytes } from "./source.ts";
import { SourceError } from "./source-error.ts";

const descriptionFiles = new Set([".json", ".yaml", ".yml"]);

/** What a file may be read under. */
export interface FileLimits {
  readonly maxBytes: number;
  /** Folders that a `$ref` may read from, beside those around the root document. */
  readonly folders: readonly string[];
}

/** Reads a file that the user named. Throws a {@link SourceError}. */
export async function readNamedFile(location: string, limits: FileLimits): Promise<ReadBytes> {
  return { location, bytes: await readBytes(location, limits.maxBytes) };
}

/**
 * Reads a file that a `$ref` named: below the root document's folder, below one of the folders of
 * `limits`, or, for JSON and YAML files, below the folder above the root document's, so that
 * `../common/Error.yaml` is found and `../../../etc/passwd` is not. Symbolic links are followed
 * before the question is asked. Throws a {@link SourceError}.
 */
export async function readReferencedFile(
  location: string,
  root: string,
  limits: FileLimits,
): Promise<ReadBytes> {
  const folder = dirname(await realPath(root === "-" ? "./-" : root));
  const path = await realPath(location);
  const folders = [folder, ...limits.folders.map((name) => resolve(name))];
  if (!folders.some((name) => isBelow(path, name)) && !isBeside(path, folder)) {
    throw new SourceError(
      "denied",
      location,
      `${location} lies outside of the description's folder, and a $ref may not read it`,
    );
  }
  return { location, bytes: await readBytes(location, limits.maxBytes) };
}

async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return resolve(path);
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && !isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`);
}

function isBeside(path: string, folder: string): boolean {
  const above = dirname(folder);
  const isRoot = above === parse(above).root;
  return !isRoot && isBelow(path, above) && descriptionFiles.has(extname(path).toLowerCase());
}

async function readBytes(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await checkFile(path);
    if (size > maxBytes) {
      throw new SourceError("too-large", path, `${path} is larger than ${maxBytes} bytes`);
    }
    return await readFile(path);
  } catch (cause) {
    throw await toSourceError(path, cause);
  }
}

async function checkFile(path: string): Promise<{ readonly size: number }> {
  const found = await stat(path);
  if (!found.isFile()) throw new SourceError("not-a-file", path, `${path} is not a file`);
  return found;
}

/** The description beside a path that is called nearly so, as `openapi.yaml` beside `openapi.yml`. */
async function tellNear(path: string): Promise<string> {
  const names = await readdir(dirname(path)).catch(() => []);
  const files = names.filter((name) => descriptionFiles.has(extname(name).toLowerCase()));
  const [near] = findNearNames(basename(path), files);
  return near === undefined ? "" : `, but there is ${near}`;
}

async function toSourceError(path: string, cause: unknown): Promise<SourceError> {
  if (cause instanceof SourceError) return cause;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new SourceError(
      "not-found",
      path,
      `there is no file ${path}${await tellNear(path)}`,
      cause,
    );
  }
  if (code === "EACCES" || code === "EPERM") {
    return new SourceError("denied", path, `${path} may not be read by this user`, cause);
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SourceError("unreadable", path, `${path} could not be read: ${why}`, cause);
}
