import process from "node:process";
import type { Terminal } from "./terminal.ts";

/** Tells a watching person what a long task is doing; anybody else nothing. */
export interface Progress {
  readonly report: (message: string) => void;
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
  if (!terminal.watched) return task({ report: () => {} });
  const { default: ora } = await import("ora");
  const spinner = ora({ text: message, stream: process.stderr, discardStdin: false });
  const timer = setTimeout(() => spinner.start(), patienceMs);
  try {
    return await task({
      report: (text) => {
        spinner.text = text;
      },
    });
  } finally {
    clearTimeout(timer);
    spinner.stop();
  }
}
