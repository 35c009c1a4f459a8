import { Command, CommanderError } from "commander";
import { CommandError } from "./command-error.ts";
import { addDiffCommand } from "./commands/diff/command.ts";
import { addDriftCommand } from "./commands/drift/command.ts";
import { addGenerateCommand } from "./commands/generate/command.ts";
import { addMergeCommand } from "./commands/merge/command.ts";
import { addObserveCommand } from "./commands/observe/command.ts";
import { addOverlayCommand } from "./commands/overlay/command.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { Terminal } from "./terminal/terminal.ts";

const introduction =
  "An OpenAPI description is only worth its truth. Truespec generates from it, checks it against the live API, and proposes its repair.";

const help = `
Exit codes:
   0  done, or clean by policy
   1  drift, stale files, or a target of an overlay that matches nothing
   2  the command line, a configuration or a description is wrong
   3  not enough evidence to judge
  70  a fault of Truespec's own

Examples:
  truespec generate openapi.yaml --out src/api
  truespec drift openapi.yaml --base-url https://api.example.com

Each command's --help has more. https://github.com/truespec/truespec
`;

/**
 * Runs one command line.
 *
 * What a command needs is loaded when the command runs: help and an unchanged input answer at once.
 *
 * @param parameters the arguments after `truespec`
 * @returns the exit code; every failure has been told on standard error by then
 */
export async function run(terminal: Terminal, parameters: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.clean;
  const end = (code: ExitCode): void => {
    exitCode = code;
  };
  try {
    await createProgram(terminal, end).parseAsync(parameters, { from: "user" });
    return exitCode;
  } catch (error) {
    return tellFailure(terminal, error);
  }
}

function createProgram(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const program = new Command("truespec")
    .description(introduction)
    .version(terminal.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show a command's help")
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText("after", help)
    .showHelpAfterError("Run with --help to see what it takes.")
    .configureOutput({
      writeOut: terminal.out,
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text, write) => write(text.replace(/^error:/, "truespec:")),
    })
    .exitOverride();
  addGenerateCommand(program, terminal, end);
  addDriftCommand(program, terminal, end);
  addObserveCommand(program, terminal, end);
  addMergeCommand(program, terminal, end);
  addOverlayCommand(program, terminal, end);
  addDiffCommand(program, terminal, end);
  return program;
}

function tellFailure(terminal: Terminal, error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has printed its own message; asking for help or the version is no failure.
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  }
  if (error instanceof CommandError) {
    terminal.err(`truespec: ${error.message}`);
    return error.exitCode;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`truespec: this is a fault of Truespec's own, please report it.\n${detail}`);
  return exitCodes.internal;
}
