import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadSource } from "@truespec/openapi";
import { writeAtomically } from "../files/write-atomically.ts";
import { hash } from "./hash.ts";
import { type GenerationRecord, parseRecord, printRecord } from "./record.ts";

/** Remembers what was generated from what, one record for each output folder. */
export interface GenerationCache {
  /**
   * The record of the last run into this folder, when the same run would change nothing: every input
   * and every output still has the bytes that it had. What cannot be read counts as changed.
   */
  readonly findUnchanged: (run: CachedRun) => Promise<GenerationRecord | undefined>;
  /** @throws the file system's error */
  readonly save: (outDir: string, record: GenerationRecord) => Promise<void>;
}

/** One run into one folder. */
export interface CachedRun {
  /** Absolute. */
  readonly outDir: string;
  /** See {@link GenerationRecord.key}. */
  readonly key: string;
  /** Reads what is no local file. */
  readonly read: ReadSource;
}

/** A cache in a folder, which need not exist. */
export function createGenerationCache(folder: string): GenerationCache {
  const fileOf = (outDir: string) => join(folder, `generate-${hash(outDir).slice(0, 32)}.json`);
  return {
    async findUnchanged({ outDir, key, read }) {
      const record = parseRecord(String(readIfThere(fileOf(outDir)) ?? ""));
      if (record?.key !== key) return undefined;
      const areOutputsThere = record.outputs.every(
        ({ path, sha256 }) => hashIfThere(path) === sha256,
      );
      return areOutputsThere && (await areInputsUnchanged(record, read)) ? record : undefined;
    },
    save: (outDir, record) => writeAtomically(fileOf(outDir), printRecord(record)),
  };
}

async function areInputsUnchanged(
  { inputs }: GenerationRecord,
  read: ReadSource,
): Promise<boolean> {
  for (const { location, referrer, sha256 } of inputs) {
    const isFile = location !== "-" && !URL.canParse(location);
    const found = isFile ? hashIfThere(location) : await hashIfRead(read, location, referrer);
    if (found !== sha256) return false;
  }
  return true;
}

function hashIfThere(path: string): string | undefined {
  const bytes = readIfThere(path);
  return bytes === undefined ? undefined : hash(bytes);
}

async function hashIfRead(
  read: ReadSource,
  location: string,
  referrer: string | undefined,
): Promise<string | undefined> {
  try {
    return hash((await read(location, referrer)).bytes);
  } catch {
    // The run that follows meets the same error, and tells it.
    return undefined;
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    // Whatever the reason, nothing can be said about it here: the run that follows will.
    return undefined;
  }
}
