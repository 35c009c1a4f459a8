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
  readonly unchanged: readonly GeneratedFile[];
  /** Written by an earlier run and no longer generated. */
  readonly stale: readonly string[];
  /** In the way of a generated file and not ours, or outside of the directory: they stay as they are. */
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
  const decided: Decided[] = [];
  for (const file of wanted) {
    decided.push(await decide(file, { outDir, listed }));
  }
  const find = (fate: Fate) =>
    decided.filter((one) => one.fate === fate).map(({ path, text }) => ({ path, text }));
  const paths = new Set(wanted.map((file) => file.path));
  return {
    outDir,
    added: find("added"),
    changed: find("changed"),
    unchanged: find("unchanged"),
    stale: await findStale(
      outDir,
      listed.filter((path) => !paths.has(path)),
    ),
    foreign: find("foreign").map((file) => file.path),
  };
}

/** The paths that are not up to date, sorted: what `--check` prints. */
export function findOutdated(plan: WritePlan): readonly string[] {
  const written = [...plan.added, ...plan.changed].map((file) => file.path);
  return [...written, ...plan.stale, ...plan.foreign].sort();
}

interface Decided extends GeneratedFile {
  readonly fate: Fate;
}

interface Place {
  readonly outDir: string;
  /** What the manifest of an earlier run lists. */
  readonly listed: readonly string[];
}

async function decide(file: GeneratedFile, { outDir, listed }: Place): Promise<Decided> {
  if (!isInside(file.path)) {
    return { ...file, fate: "foreign" };
  }
  const existing = await readExisting(outDir, file.path);
  if (existing === undefined) {
    return { ...file, fate: "added" };
  }
  const text = isPackage(file) ? mergePackageJson(existing, file.text) : file.text;
  if (text === undefined) {
    return { ...file, fate: "foreign" };
  }
  const isOurs =
    isPackage(file) ||
    file.path === manifestPath ||
    listed.includes(file.path) ||
    existing.slice(0, 200).includes(generatedMark);
  const changed = isOurs ? "changed" : "foreign";
  return { path: file.path, text, fate: existing === text ? "unchanged" : changed };
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
