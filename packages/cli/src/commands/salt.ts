import { CommandError } from "../command-error.ts";

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
