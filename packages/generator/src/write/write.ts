import { mkdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "../options.ts";
import type { WritePlan } from "./plan.ts";

/** What was done. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Carries out a plan: only what changed is written, each file to a temporary one that then takes its
 * place, so that a reader never sees half of it; stale files are removed. The manifest comes last.
 *
 * @throws the file system's error; files written before it stay
 */
export async function writeFiles(plan: WritePlan): Promise<WriteResult> {
  const files = [...plan.added, ...plan.changed];
  for (const file of files) {
    await replaceFile(plan.outDir, file);
  }
  for (const path of plan.stale) {
    await rm(join(plan.outDir, path), { force: true });
    await removeIfEmpty(plan.outDir, path);
  }
  return { written: files.map((file) => file.path), removed: plan.stale };
}

async function replaceFile(outDir: string, file: GeneratedFile): Promise<void> {
  const path = join(outDir, file.path);
  const temporary = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(temporary, file.text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Folders that held only removed files go too; the output directory itself stays. */
async function removeIfEmpty(outDir: string, path: string): Promise<void> {
  const folder = dirname(path);
  if (folder === ".") {
    return;
  }
  try {
    await rmdir(join(outDir, folder));
  } catch {
    // Other files are in it.
    return;
  }
  await removeIfEmpty(outDir, folder);
}
