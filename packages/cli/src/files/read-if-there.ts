import { readFile } from "node:fs/promises";

/**
 * The text of a file; undefined where there is none.
 *
 * @throws the file system's error where it cannot be read for another reason
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
