import { resolve } from "node:path";
import {
  applyBaseline,
  type Baseline,
  emptyHistory,
  type Finding,
  findStale,
  type History,
  parseBaseline,
  parseHistory,
  printBaseline,
  printHistory,
  recordRun,
  type StaleEntry,
  updateBaseline,
} from "@truespec/drift-check";
import { CommandError, reasonOf } from "../../command-error.ts";
import { readIfThere } from "../../files/read-if-there.ts";
import type { Revise } from "../../files/revise-atomically.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import type { DriftArguments } from "./arguments.ts";
import type { Output } from "./outputs.ts";

/** The baseline of a check with its history, as they were before it. */
export interface OpenBaseline {
  readonly file: string;
  readonly historyFile: string;
  readonly baseline: Baseline;
  readonly history: History;
}

/** What a baseline makes of findings. */
export interface Marked {
  readonly findings: readonly Finding[];
  /** Undefined where there is no baseline. */
  readonly stale: readonly StaleEntry[] | undefined;
  /** With this run. */
  readonly history: History | undefined;
  /** The files to write. */
  readonly outputs: readonly Output[];
}

/**
 * Reads the file of `--baseline` and the history beside it; a history that is not there begins with this run.
 *
 * @throws CommandError (2) when the baseline does not exist and is not to be created
 * @throws DriftCheckError `baseline-invalid`, with file and line
 */
export async function openBaseline(
  { cwd }: Pick<Terminal, "cwd">,
  { baseline: file, updateBaseline: update }: DriftArguments,
): Promise<OpenBaseline | undefined> {
  if (file === undefined) return undefined;
  const text = await readOrFail(resolve(cwd, file));
  if (text === undefined && update === undefined) {
    throw new CommandError(
      `The baseline ${file} does not exist. Create it with --update-baseline: that accepts what is found now.`,
    );
  }
  const historyFile = `${file.replace(/\.json$/, "")}.history.json`;
  const history = await readOrFail(resolve(cwd, historyFile));
  return {
    ...{ file, historyFile },
    baseline: readBaseline(text, file),
    history: readHistory(history, historyFile),
  };
}

function readBaseline(text: string | undefined, file: string): Baseline {
  return text === undefined ? [] : parseBaseline(text, file);
}

function readHistory(text: string | undefined, file: string): History {
  return text === undefined ? emptyHistory : parseHistory(text, file);
}

/** A run to be held against the baseline. */
export interface Run {
  readonly findings: readonly Finding[];
  /** Whether anything could be compared: if not, the run says nothing about what is gone. */
  readonly isCompared: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Marks what the baseline accepts, after it was updated where that is asked, and tells which files follow from it. */
export function holdAgainstBaseline(
  open: OpenBaseline | undefined,
  { findings, isCompared, now }: Run,
  { updateBaseline: update }: DriftArguments,
): Marked {
  if (open === undefined) return { findings, stale: undefined, history: undefined, outputs: [] };
  if (!isCompared) return { ...markOnly(open, findings, now), outputs: [] };
  const recorded = recordRun(open.history, findings, { baseline: open.baseline, now });
  const stale = new Set(findStale(open.baseline, recorded).map(({ fingerprint }) => fingerprint));
  const accept = (before: Baseline) =>
    update ? updateBaseline(before, findings, { now, stale }) : before;
  const baseline = accept(open.baseline);
  const record = (before: History) => recordRun(before, findings, { baseline, now });
  const history = record(open.history);
  const { file, historyFile } = open;
  const reviseBaseline: Revise = (text) => printBaseline(accept(readBaseline(text, file)));
  const reviseHistory: Revise = (text) => printHistory(record(readHistory(text, historyFile)));
  return {
    ...markOnly({ baseline, history }, findings, now),
    outputs: [
      ...(update ? [{ file, text: printBaseline(baseline), revise: reviseBaseline }] : []),
      { file: historyFile, text: printHistory(history), revise: reviseHistory },
    ],
  };
}

/** Tells on standard error what became of `--update-baseline`. */
export function tellUpdate(terminal: Terminal, open: OpenBaseline, { findings }: Marked): void {
  const accepted = findings.filter(({ baseline }) => baseline !== null);
  const expired = accepted.filter(({ baseline }) => baseline?.expired).length;
  const count = accepted.length === 1 ? "1 finding" : `${accepted.length} findings`;
  terminal.err(`wrote ${open.file}: it accepts ${count}`);
  if (expired > 0) {
    terminal.err(`${expired} of them expired and count again: edit their deadline to prolong it`);
  }
}

function markOnly(
  { baseline, history }: Pick<OpenBaseline, "baseline" | "history">,
  findings: readonly Finding[],
  now: number,
): Omit<Marked, "outputs"> {
  return {
    findings: applyBaseline(findings, baseline, now),
    stale: findStale(baseline, history),
    history,
  };
}

async function readOrFail(path: string): Promise<string | undefined> {
  try {
    return await readIfThere(path);
  } catch (cause) {
    throw new CommandError(`${path} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}
