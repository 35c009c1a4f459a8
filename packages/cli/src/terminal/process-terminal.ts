import { createRequire } from "node:module";
import process from "node:process";
import { buffer } from "node:stream/consumers";
import pc from "picocolors";
import { exitCodes } from "../exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** Also of a terminal that says it has no columns. */
const widthOfPipe = 100;
const manifest: { readonly version: string } = createRequire(import.meta.url)("../../package.json");

/**
 * The terminal of this process.
 *
 * A reader that goes away early (`truespec drift … | head`) ends the output, not the command. Where
 * standard output takes nothing for another reason, a full disk for one, the command ends its work and
 * the process with 2, whatever it found.
 */
export function createProcessTerminal(): Terminal {
  process.stdout.on("error", endInFailure);
  // Who does not read what is said along the way still gets the files
  process.stderr.on("error", () => {});
  let whole: Promise<Uint8Array> | undefined;
  return {
    out: (text) => void process.stdout.write(text),
    err: (message) => void process.stderr.write(`${message}\n`),
    color: pc.isColorSupported && (process.stdout.isTTY === true || isColorForced()),
    width: process.stdout.columns || widthOfPipe,
    get stdin() {
      return process.stdin;
    },
    readStdin: () => {
      whole ??= buffer(process.stdin);
      return whole;
    },
    // On a terminal of no columns a spinner would never end clearing its lines
    watched: process.stderr.isTTY === true && process.stderr.columns > 0 && !process.env["CI"],
    interruption: abortOnSignals,
    env: process.env,
    cwd: process.cwd(),
    version: manifest.version,
  };
}

function endInFailure(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.stderr.write(`truespec: standard output cannot be written: ${error.message}\n`);
  process.once("exit", () => {
    process.exitCode = exitCodes.usage;
  });
}

function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => controller.abort());
  }
  return controller.signal;
}

/** A CI log is no terminal; picocolors would colour it all the same. */
function isColorForced(): boolean {
  return (process.env["FORCE_COLOR"] ?? "") !== "";
}
