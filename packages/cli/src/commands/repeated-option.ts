import { Option } from "commander";

/** An option that may be written several times: `--overlay a --overlay b`. Default: none. */
export function repeatedOption(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, earlier: readonly string[]) => [...earlier, value])
    .default([], "none");
}
