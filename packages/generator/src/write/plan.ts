import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GeneratedFile } from "../options.ts";
import { mergePackageJson } from "../package/package-json.ts";
import { generatedMark } from "../print/banner.ts";
import { isInside, manifestPath, parseManifest, printManifest } from "./manifest.ts";

/** What writing would do to a directory. Paths are relative to it, with `/`. */
export interface WritePlan {
  readonly outDir: string;
  readonly added: readonly GeneratedFile[];
  readonly changed: readonly GeneratedFile[];
  readonly unchanged: readonly string[];
  /** Written by an earlier run and no longer generated. */
  readonly stale: readonly string[];
  /** In the way of a generated file and not ours: they stay as they are. */
  readonly foreign: readonly string[];
}

type Fate = "added" | "changed" | "unchanged" | "foreign";

/**
 * Compares generated files with a directory, which need not exist. Nothing is written.
 *
 * A file is ours when the manifest of an earlier run lists it or its first lines say so; an existing
 * `package.json` keeps every key that the generator does not own.
 *
 * @throws the file system's error when a file exists and cannot be read
 */
export async function planWrite(
  files: readonly GeneratedFile[],
  outDir: string,
): Promise<WritePlan> {
  const listed = parseManifest((await readExisting(outDir, manifestPath)) ?? "");
  const wanted = [...files, printManifest(files)];
  const sorted: Record<Fate, GeneratedFile[]> = {
    added: [],
    changed: [],
    unchanged: [],
    foreign: [],
  };
  for (const file of wanted) {
    const existing = await readExisting(outDir, file.path);
    const text =
      existing !== undefined && isPackage(file) ? mergePackageJson(existing, file.text) : file.text;
    sorted[decide(file, { existing, text, listed })].push({
      path: file.path,
      text: text ?? file.text,
    });
  }
  const paths = new Set(wanted.map((file) => file.path));
  return {
    outDir,
    added: sorted.added,
    changed: sorted.changed,
    unchanged: sorted.unchanged.map((file) => file.path),
    stale: await findStale(
      outDir,
      listed.filter((path) => !paths.has(path)),
    ),
    foreign: sorted.foreign.map((file) => file.path),
  };
}

/** The paths that are not up to date, sorted: what `--check` prints. */
export function findOutdated(plan: WritePlan): readonly string[] {
  const written = [...plan.added, ...plan.changed].map((file) => file.path);
  return [...written, ...plan.stale, ...plan.foreign].sort();
}

interface Comparison {
  readonly existing: string | undefined;
  readonly text: string | undefined;
  readonly listed: readonly string[];
}

function decide(file: GeneratedFile, { existing, text, listed }: Comparison): Fate {
  if (existing === undefined) {
    return isInside(file.path) ? "added" : "foreign";
  }
  if (text === undefined) {
    return "foreign";
  }
  if (existing === text) {
    return "unchanged";
  }
  const isOurs =
    isPackage(file) ||
    file.path === manifestPath ||
    listed.includes(file.path) ||
    existing.slice(0, 200).includes(generatedMark);
  return isOurs ? "changed" : "foreign";
}

function isPackage(file: GeneratedFile): boolean {
  return file.path === "package.json";
}

async function findStale(outDir: string, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if ((await readExisting(outDir, path)) !== undefined) {
      found.push(path);
    }
  }
  return found;
}

async function readExisting(outDir: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(join(outDir, path), "utf8");
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR";
}
