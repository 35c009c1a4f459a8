import { Option } from "commander";

/** An option that may be written several times: `--overlay a --overlay b`. Without it: `byDefault`. */
export function repeatedOption(flags: string, description: string, byDefault = "none"): Option {
  return new Option(flags, description)
    .argParser((value: string, earlier: readonly string[]) => [...earlier, value])
    .default([], byDefault);
}

/** `--overlay`: what is applied to a description before anything else. */
export function overlayOption(): Option {
  return repeatedOption("--overlay <file>", "an OpenAPI Overlay to apply first; may be repeated");
}

/** `--operation`: which operation recordings that are bare bodies answer. */
export function operationOption(): Option {
  return new Option(
    "--operation <label>",
    'the recordings are bare response bodies of it, such as "GET /models"',
  );
}

/** `--server`: where recorded requests went, if to none of the description's servers. */
export function serverOption(): Option {
  return new Option(
    "--server <url>",
    "treat this URL as the description's server when matching recorded requests",
  );
}

/** `--salt-env`: texts that a profile does not keep readable are hashed with a secret of the user's own. */
export function saltOption(): Option {
  return new Option(
    "--salt-env <envvar>",
    "hash texts with a secret that an environment variable holds; profiles of other salts do not go with it",
  );
}

/** `--report` of a command without findings of its own. */
export function diagnosticReportOption(): Option {
  return repeatedOption(
    "--report <format[=file]>",
    "how to tell diagnostics: terminal (on standard error, three warnings of each code) or json (all); may be repeated",
    "terminal",
  );
}

/** `--config`: another configuration than the one that lies there. */
export function configOption(): Option {
  return new Option(
    "--config <file>",
    "the configuration to use; default: truespec.config.ts, if it is there",
  );
}

/** `--allow-network`: without it nothing but a live API is asked. */
export function networkOption(): Option {
  return new Option("--allow-network", "permit descriptions and $refs over the network");
}
