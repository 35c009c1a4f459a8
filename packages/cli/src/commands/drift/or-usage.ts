import { DriftCheckError } from "@truespec/drift-check";
import { CommandError } from "../../command-error.ts";

/**
 * Awaits a task of the drift check, whose exception always names an input that the user gave.
 *
 * @throws CommandError (2) in its stead
 */
export async function orUsage<T>(task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (cause) {
    if (cause instanceof DriftCheckError) throw new CommandError(cause.message, { cause });
    throw cause;
  }
}
