import { basename, join } from "node:path";
import type { FileAccess } from "./file-access.ts";

/** A file to read, and its short name in ids and reports. */
export interface RecordingFile {
  readonly path: string;
  readonly id: string;
  /** Found in a folder rather than named by the user: what is no recording is passed over. */
  readonly isListed: boolean;
}

/**
 * Opens folders and names every file: by its base name, so that a report is the same on every machine, or by its
 * whole path where two base names are the same.
 */
export async function nameRecordings(
  paths: readonly string[],
  files: FileAccess,
): Promise<readonly RecordingFile[]> {
  const named: RecordingFile[] = [];
  for (const path of paths) {
    const below = path === "-" ? undefined : await files.list(path);
    if (below === undefined) named.push({ path, id: basename(path), isListed: false });
    else named.push(...below.map((id) => ({ path: join(path, id), id, isListed: true })));
  }
  const uses = new Map<string, number>();
  for (const file of named) uses.set(file.id, (uses.get(file.id) ?? 0) + 1);
  return named.map((file) => ((uses.get(file.id) ?? 0) > 1 ? { ...file, id: file.path } : file));
}
