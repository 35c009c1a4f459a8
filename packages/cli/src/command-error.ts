import { type ExitCode, exitCodes } from "./exit-code.ts";

/**
 * Ends a command with a message for the user and an exit code; 2 (usage) by default.
 *
 * The message says what is wrong and how to mend it. It is printed to standard error as it stands.
 */
export class CommandError extends Error {
  readonly exitCode: ExitCode;

  constructor(
    message: string,
    options: { readonly exitCode?: ExitCode; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "CommandError";
    this.exitCode = options.exitCode ?? exitCodes.usage;
  }
}

/** What a caught value says of itself, to be told in a message. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
