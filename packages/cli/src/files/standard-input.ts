import { CommandError } from "../command-error.ts";

/** @throws CommandError (2) when more than one input is `-`, standard input, which can be read once */
export function refuseSecondStandardInput(inputs: readonly string[]): void {
  if (inputs.filter((input) => input === "-").length < 2) return;
  throw new CommandError("Only one input can be - (standard input): it can be read only once.");
}
