import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Collected,
  collectLive,
  type Probes,
  parseProbes,
  type SkippedOperation,
} from "@truespec/drift-check";
import type { Description } from "@truespec/openapi";
import { CommandError } from "../../command-error.ts";
import type { Progress } from "../../terminal/progress.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import type { DriftArguments } from "./arguments.ts";
import { checkOperation, checkPathNames } from "./check-operation.ts";
import type { SecretHeaders } from "./header-option.ts";
import { checkRecordings, readRecorded } from "./recordings.ts";

/** What is checked: the same exchanges, as often as they are asked for. */
export interface Collection {
  readonly items: () => AsyncIterable<Collected> | Iterable<Collected>;
  readonly skipped: readonly SkippedOperation[];
}

/** What collecting needs beside the command line. */
export interface CollectionSource {
  readonly terminal: Terminal;
  readonly parsed: DriftArguments;
  readonly description: Description;
  readonly headers: SecretHeaders;
  readonly progress: Progress;
}

/**
 * Fetches from the live API, or prepares to read the recordings. Files are read anew each time, so
 * that they may be larger than the memory; what can be had only once is kept.
 *
 * @throws CommandError (2) for an unknown operation, a missing recording or a faulty probes file
 */
export async function openCollection(source: CollectionSource): Promise<Collection> {
  const { baseUrl, recordings } = source.parsed;
  if (baseUrl !== undefined) return keep(await fetchLive(source, baseUrl));
  const { terminal, parsed, description } = source;
  await checkRecordings(parsed, description);
  return recordings.includes("-")
    ? keep(readRecorded(terminal, parsed))
    : { items: () => readRecorded(terminal, parsed), skipped: [] };
}

async function keep(collected: AsyncIterable<Collected>): Promise<Collection> {
  const items: Collected[] = [];
  for await (const item of collected) items.push(item);
  const skipped = items.flatMap((item) => (item.kind === "skipped" ? [item.skipped] : []));
  return { items: () => items, skipped };
}

async function fetchLive(
  { terminal, parsed, description, headers, progress }: CollectionSource,
  baseUrl: string,
): Promise<AsyncIterable<Collected>> {
  const probes = parsed.probes === undefined ? undefined : await readProbes(parsed.probes);
  for (const probe of probes ?? []) {
    const where = `--probes ${parsed.probes}:`;
    checkOperation(description, probe.operation, where);
    checkPathNames(probe, where);
  }
  return collectLive(description, {
    ...{ baseUrl, probes, headers, fetch },
    now: Date.now,
    sleep: (milliseconds) => sleep(milliseconds),
    userAgent: `truespec/${terminal.version} (drift check)`,
    tell: (message) => void progress.report(message),
  });
}

async function readProbes(file: string): Promise<Probes> {
  try {
    return parseProbes(await readFile(file, "utf8"), file);
  } catch (cause) {
    if (!isFileError(cause)) throw cause;
    throw new CommandError(`--probes ${file} cannot be read: ${cause.message}`, { cause });
  }
}

function isFileError(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && "syscall" in cause;
}
