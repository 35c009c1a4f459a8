import { type Command, InvalidArgumentError, Option } from "commander";
import type { ExitCode } from "../../exit-code.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import {
  configOption,
  networkOption,
  operationOption,
  overlayOption,
  repeatedOption,
  saltOption,
  serverOption,
} from "../options.ts";
import { type DriftArguments, failOnValues } from "./arguments.ts";
import { reportFormats } from "./report-option.ts";

const help = `
A RECORDING is a .har file, an .ndjson file (also .gz) of exchanges, a
.profile.json that "truespec observe" wrote, a directory of these, or - for
NDJSON on standard input. With --operation it is a bare response body of that
operation; a file X.headers.json beside X.json may tell its {status, headers}.
Recorded requests that the API accepted are checked as well. Files are read as
a stream; a single line, entry or body is held in memory and may have 256 MiB,
and a longer one is told as unreadable.

A live check sends one request at a time, 200 at most. Required parameters take
their value from examples, defaults, enums or --probes, those of a path also
from links and lists of earlier answers; what has no value is skipped, and the
report says so. Credentials are read from environment variables and reach no
report and no recording.

Writes only what --report, --propose, --propose-description, --record and
--baseline name.

Findings that the baseline accepts are marked, and count like others without
--new-only; one counts again once its "expires" is over. Beside a baseline
X.json stands X.history.json: when each finding was first and last seen, written
by every check. --update-baseline exits 0, but 3 where nothing could be
compared: then no file is written.

The configuration's "drift" holds severities of your own by kind, operation and
location ("overrides"), headers that are never reported ("ignoreHeaders"), and
everyday ones that are ("reportHeaders").

html is one file for people, without network; sarif is SARIF 2.1.0; junit
follows the schema of Jenkins' xUnit plugin; github annotates the lines of the
description in GitHub Actions, where markdown=$GITHUB_STEP_SUMMARY is the
summary of the job.

Exit codes: 0 clean · 1 drift (see --fail-on) · 2 usage or description error ·
3 not enough evidence: nothing matched, or an exchange could not be read

Examples:
  truespec drift openapi.yaml --base-url https://api.example.com
  truespec drift openapi.yaml --base-url https://api.example.com \\
    --header-env Authorization=API_AUTH
  truespec drift openapi.yaml traffic.har logs/ --report html=drift.html
  truespec drift openapi.yaml --operation "GET /models" models.json
  truespec drift openapi.yaml traffic.har --propose repair.overlay.yaml
  truespec drift openapi.yaml traffic.har --baseline b.json --update-baseline
  truespec drift openapi.yaml traffic.har --baseline b.json --new-only
`;

/** Adds `truespec drift` to the program. */
export function addDriftCommand(
  program: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  program
    .command("drift")
    .summary("compare what an API answers with what its description says")
    .description("Compares live or recorded responses with an OpenAPI description.")
    .argument("<description>", "path, URL or - (standard input)")
    .argument("[recordings...]", "recorded exchanges")
    .addOption(overlayOption())
    .option("--base-url <url>", "check the live API at this URL: GET and HEAD requests only")
    .option(
      "--probes <file>",
      "the requests to make, instead of those that the description suggests",
    )
    .addOption(
      repeatedOption(
        "--header-env <name=envvar>",
        "send a header whose value an environment variable holds",
      ),
    )
    .addOption(operationOption())
    .addOption(serverOption())
    .option("--baseline <file>", "the findings that somebody accepted, with reasons and deadlines")
    .option("--update-baseline", "accept what is found now: create or update the baseline, exit 0")
    .option("--new-only", "findings that the baseline accepts do not count")
    .addOption(
      new Option("--fail-on <severity>", "the least severity that makes exit code 1")
        .choices(failOnValues)
        .default("additive"),
    )
    .option("--min-evidence <n>", "findings from fewer places are undecided", parseCount, 1)
    .addOption(
      repeatedOption(
        "--report <format[=file]>",
        `${reportFormats.slice(0, -1).join(", ")} or ${reportFormats.at(-1)}; may be repeated`,
        "terminal",
      ),
    )
    .option("--propose <file>", "write the repair as an OpenAPI Overlay")
    .option("--propose-description <file>", "write the description with the repair in it")
    .option("--record <dir>", "keep what was fetched in DIR/exchanges.ndjson, without credentials")
    .option("--show-values", "let reports show values that were seen")
    .addOption(saltOption())
    .addOption(configOption())
    .addOption(networkOption())
    .addHelpText("after", help)
    .action(
      async (
        description: string,
        recordings: readonly string[],
        options: Omit<DriftArguments, "description" | "recordings">,
      ) => {
        const { runDrift } = await import("./run.ts");
        end(await runDrift(terminal, { ...options, description, recordings }));
      },
    );
}

function parseCount(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) {
    throw new InvalidArgumentError("It takes a whole number from 1.");
  }
  return Number(written);
}
