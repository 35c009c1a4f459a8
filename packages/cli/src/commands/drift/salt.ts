import { Option } from "commander";
import { CommandError } from "../../command-error.ts";

/** `--salt-env`: texts that a profile does not keep readable are hashed with a secret of the user's own. */
export function saltOption(): Option {
  return new Option(
    "--salt-env <envvar>",
    "hash texts with a secret that an environment variable holds; profiles of other salts do not go with it",
  );
}

/**
 * The salt that `--salt-env` names; undefined where it is not given.
 *
 * @throws CommandError when the variable is not set
 */
export function readSalt(
  variable: string | undefined,
  env: { readonly [name: string]: string | undefined },
): string | undefined {
  if (variable === undefined) return undefined;
  const salt = env[variable];
  if (salt === undefined || salt === "") {
    throw new CommandError(
      "--salt-env names an environment variable that holds the salt, and that variable is not set.",
    );
  }
  return salt;
}
