import { CommandError } from "../../command-error.ts";

/** Request headers whose values came from the environment: secrets, all of them. */
export type SecretHeaders = ReadonlyMap<string, string>;

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * Reads every `--header-env NAME=ENVVAR`: the header's value is the variable's, which never shows.
 *
 * @throws CommandError for a malformed option, a name that is no header name (RFC 9110, 5.1), or a
 *   variable that is not set or cannot be sent
 */
export function readHeaderOptions(
  written: readonly string[],
  env: { readonly [name: string]: string | undefined },
): SecretHeaders {
  return new Map(written.map((option) => readHeaderOption(option, env)));
}

function readHeaderOption(
  option: string,
  env: { readonly [name: string]: string | undefined },
): readonly [string, string] {
  const equals = option.indexOf("=");
  const name = option.slice(0, Math.max(equals, 0));
  const variable = option.slice(equals + 1);
  if (equals < 0 || !token.test(name) || variable === "") {
    // What was written may be a secret put in the wrong place: it is not repeated.
    throw new CommandError(
      "--header-env takes NAME=ENVVAR, the header's name and the name of an environment variable that holds its value, such as Authorization=API_AUTHORIZATION.",
    );
  }
  const value = env[variable];
  if (value === undefined || value === "") {
    throw new CommandError(
      `--header-env ${name}: the environment variable it names is not set. Set it to the header's whole value, such as "Bearer …".`,
    );
  }
  if (/[\r\n\0]/.test(value)) {
    throw new CommandError(`--header-env ${name}: the variable's value holds a line break.`);
  }
  return [name, value];
}
