import process from "node:process";
import { setImmediate } from "node:timers/promises";
import type { Terminal } from "./terminal.ts";

/** Tells a watching person what a long task is doing; anybody else nothing. */
export interface Progress {
  /** To await before a long stretch of work: the spinner turns only while nothing else runs. */
  readonly report: (message: string) => Promise<void>;
}

const patienceMs = 1000;

/**
 * Runs a task; from its second second on, shows a spinner with the newest message.
 *
 * @param task is given the {@link Progress} to report to
 * @returns what the task returns; its rejection passes through
 */
export async function withProgress<T>(
  terminal: Terminal,
  message: string,
  task: (progress: Progress) => Promise<T>,
): Promise<T> {
  if (!terminal.watched) return task({ report: async () => {} });
  const spinner = createSpinner(message);
  try {
    return await task({ report: spinner.report });
  } finally {
    spinner.stop();
  }
}

interface Spinner extends Progress {
  readonly stop: () => void;
}

/** Shows nothing before its time, and loads what turns only then. */
function createSpinner(message: string): Spinner {
  const started = performance.now();
  let text = message;
  let shown: { text: string; readonly stop: () => unknown } | undefined;
  const show = async (): Promise<void> => {
    const { default: ora } = await import("ora");
    shown ??= ora({ text, stream: process.stderr, discardStdin: false }).start();
    if (ended) shown.stop();
  };
  let ended = false;
  const timer = setTimeout(() => void show(), patienceMs);
  return {
    report: async (next) => {
      text = next;
      if (shown === undefined && performance.now() - started > patienceMs) await show();
      if (shown !== undefined) shown.text = text;
      await setImmediate();
    },
    stop: () => {
      ended = true;
      clearTimeout(timer);
      shown?.stop();
    },
  };
}
