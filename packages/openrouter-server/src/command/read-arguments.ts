import { Command, CommanderError, InvalidArgumentError } from "commander";
import { type FaultKind, type FaultRates, faultKinds } from "../faults/fault.ts";

/** What the command line asks for. */
export type Arguments =
  | {
      readonly kind: "start";
      readonly port: number;
      readonly dataFile: string | undefined;
      readonly faults: FaultRates | undefined;
      readonly rateLimit: number | undefined;
      readonly errors: "documented" | "as-observed";
      readonly asOf: Date | undefined;
    }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "usage-error"; readonly message: string };

/** The options as the parser leaves them. */
interface Options {
  readonly port: number;
  readonly data?: string;
  readonly fault?: FaultRates;
  readonly rateLimit?: number;
  readonly quirks?: true;
  readonly asOf?: Date;
}

const examples = `
Its first line on standard output is the base URL. It listens on the loopback address alone.
GET /models/user accepts any key that starts with sk-or-.

Examples:
  openrouter-server
  openrouter-server --port 8080 --fault 5xx=0.1 --fault latency=0.5
  openrouter-server --as-of 2026-05-01 --data models.json
`;

/**
 * Reads the arguments of the command, printing nothing.
 *
 * @param words without the interpreter and the script
 */
export function readArguments(words: readonly string[]): Arguments {
  let printed = "";
  const command = createCommand().configureOutput({
    writeOut: (text) => {
      printed += text;
    },
    writeErr: () => undefined,
  });
  try {
    command.parse(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "help", text: printed };
    return { kind: "usage-error", message: error.message };
  }
  const { asOf, data, fault, port, quirks, rateLimit } = command.opts<Options>();
  const errors = quirks ? "as-observed" : "documented";
  return { kind: "start", port, dataFile: data, faults: fault, rateLimit, errors, asOf };
}

function createCommand(): Command {
  return new Command("openrouter-server")
    .helpOption("-h, --help", "show this help")
    .description("Serves OpenRouter's Models API on this machine, to test against offline.")
    .option("--port <N>", "port to listen on; 0 takes a free one", integerFrom(0, 65535), 0)
    .option("--data <FILE>", "catalogue to serve, or a recorded answer of GET /models")
    .option(
      "--fault <KIND=RATE>",
      `share of requests that fail: ${faultKinds.join(", ")}`,
      addFault,
    )
    .option("--rate-limit <N>", "requests a minute before a 429", integerFrom(0, 1e9))
    .option("--quirks", "word errors as the live API was seen to, against its documentation")
    .option("--as-of <DATE>", "answer as on this date (YYYY-MM-DD or ISO 8601)", parseDate)
    .addHelpText("after", examples)
    .allowExcessArguments(false)
    .exitOverride();
}

function integerFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected an integer from ${least} to ${most}.`);
  };
}

function addFault(text: string, earlier: FaultRates = {}): FaultRates {
  const [name, rate = "", ...rest] = text.split("=");
  const kind = faultKinds.find((one) => one === name);
  const value = /^(\d+\.?\d*|\.\d+)$/.test(rate) ? Number(rate) : Number.NaN;
  if (kind === undefined || rest.length > 0 || !(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError(
      `Expected KIND=RATE, KIND one of ${faultKinds.join(", ")}, RATE from 0 to 1.`,
    );
  }
  const added: Partial<Record<FaultKind, number>> = { ...earlier, [kind]: value };
  return added;
}

/** A day alone means its last moment, so that what came on that day is there. */
function parseDate(text: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const date = new Date(day ? `${text}T23:59:59.999Z` : text);
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
  const shifted = day && date.toJSON()?.slice(0, 10) !== text;
  if (iso.test(text) && !Number.isNaN(date.getTime()) && !shifted) return date;
  throw new InvalidArgumentError("Expected a date such as 2026-05-01.");
}
